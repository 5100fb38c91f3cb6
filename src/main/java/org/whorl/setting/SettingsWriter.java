package org.whorl.setting;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;

/** Writes settings into files, in the catalogue's order. */
public final class SettingsWriter extends JsonSerializer<Configuration<?>> {
    @Override
    public void serialize(Configuration<?> value, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartObject();
        write(value, out, provider);
        out.writeEndObject();
    }

    private static <S extends Configuration<S>> void write(
            Configuration<S> value, JsonGenerator out, SerializerProvider provider) throws IOException {
        for (Setting<S, ?> setting : value.catalogue().settings()) {
            out.writeFieldName(setting.key());
            provider.defaultSerializeValue(value.get(setting), out);
        }
    }
}
