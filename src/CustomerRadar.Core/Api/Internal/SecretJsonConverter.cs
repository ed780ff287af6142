using Newtonsoft.Json;

namespace CustomerRadar.Core.Api.Internal;

/// <summary>Writes a <see cref="Secret"/> as <c>***</c>, so that no serialised object ever carries one.</summary>
internal sealed class SecretJsonConverter : JsonConverter<Secret>
{
    public override bool CanRead => false;

    public override void WriteJson(JsonWriter writer, Secret? value, JsonSerializer serializer) => writer.WriteValue(value?.ToString());

    public override Secret ReadJson(JsonReader reader, Type objectType, Secret? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        throw new NotSupportedException("A secret is never read from JSON by a serializer.");
}
