using System.ComponentModel;

namespace Nop.Web.Framework.Models
{
    public record BaseNopModel
    {
        public Dictionary<string, string> CustomProperties { get; set; } = [];

        protected virtual void PostInitialize()
        {
        }
    }
}

namespace Nop.Web.Framework.Mvc
{
    public class NoTrimAttribute : Attribute;
}

namespace Nop.Web.Framework.Mvc.ModelBinding
{
    [AttributeUsage(AttributeTargets.Property)]
    public sealed class NopResourceDisplayNameAttribute : DisplayNameAttribute
    {
        public NopResourceDisplayNameAttribute(string resourceKey)
            : base(resourceKey) => ResourceKey = resourceKey;

        public string ResourceKey { get; set; }
    }
}
