using Nop.Core.Configuration;

namespace Nop.Core.Domain.Security;

public class SecuritySettings : ISettings
{
    public string EncryptionKey { get; set; }
}

public class SecuritySettingsChangedEvent
{
    public SecuritySettingsChangedEvent(SecuritySettings securitySettings, string oldEncryptionPrivateKey) =>
        (SecuritySettings, OldEncryptionPrivateKey) = (securitySettings, oldEncryptionPrivateKey);

    public SecuritySettings SecuritySettings { get; set; }

    public string OldEncryptionPrivateKey { get; set; }
}
