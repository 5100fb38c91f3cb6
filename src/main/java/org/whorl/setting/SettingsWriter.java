package org.whorl.setting;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;

/** Writes settings into files, in the catalogue's order. */
public final class SettingsWriter extends JsonSerializer<Configured<?>> {
    @Override
    public void serialize(Configured<?> value, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartObject();
        write(value, out, provider);
        out.writeEndObject();
    }

    private static <S extends Configured<S>> void write(
            Configured<S> value, JsonGenerator out, SerializerProvider provider) throws IOException {
        for (Setting<S, ?> setting : value.catalogue().settings()) {
            out.writeFieldName(setting.key());
            provider.defaultSerializeValue(value.get(setting), out);
        }
    }
}
