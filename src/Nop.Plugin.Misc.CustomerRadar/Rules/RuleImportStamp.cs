using System.Security.Cryptography;
using System.Text;
using CustomerRadar.Core.Rules;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Nop.Plugin.Misc.CustomerRadar.Models;

namespace Nop.Plugin.Misc.CustomerRadar.Rules;

/// <summary>A mark of all that the preview of an import depends on, so that what was shown is what is done.</summary>
internal static class RuleImportStamp
{
    /// <summary>The mark; another one when a stored rule, the document or the choice is another.</summary>
    public static string Of(StoredRules stored, RuleImportModel model)
    {
        var seen = new JArray(model.Document ?? "", model.DeleteOthers, stored.Text);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seen.ToString(Formatting.None))));
    }
}
