package dev.rollcall.api;

import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Takes instants in RFC 3339 with an offset and in no other form; a bare number could be seconds
/// or milliseconds.
@Component
class InstantModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    InstantModule() {
        super("rollcall-instants");
        addDeserializer(Instant.class, new Strict());
    }

    private static final class Strict extends StdScalarDeserializer<Instant> {

        Strict() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            var text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getString() : null;
            if (text != null) {
                var instant = Rfc3339.read(text);
                if (instant.isPresent()) {
                    return instant.get();
                }
            }
            return (Instant)
                    context.handleWeirdStringValue(
                            Instant.class,
                            text == null ? parser.getString() : text,
                            "This is an instant with an offset, such as %s.",
                            Rfc3339.EXAMPLE);
        }
    }
}
