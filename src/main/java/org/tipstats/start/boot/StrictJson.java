package org.tipstats.start.boot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;

/** Makes the parser of JSON strict: the parser rejects a body instead of guessing, dropping or converting values. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    private static final List<CoercionInputShape> NO_TEXTS =
            List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean);

    @Override
    @SuppressWarnings("deprecation") // the new method is in a builder to which customizers have no access
    public void customize(ObjectMapper mapper) {
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        NO_TEXTS.forEach(
                shape -> mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail));
        mapper.registerModule(new SimpleModule().addDeserializer(String.class, new CompleteTextDeserializer()));
    }

    /**
     * Accepts only texts that the database can store and return unchanged: texts without NUL and without unpaired
     * surrogates.
     */
    static final class CompleteTextDeserializer extends StringDeserializer {

        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text != null && text.codePoints().anyMatch(CompleteTextDeserializer::cannotBeKept)) {
                throw context.weirdStringException(null, String.class, "holds NUL or half a character");
            }
            return text;
        }

        private static boolean cannotBeKept(int character) {
            return character == 0 || Character.getType(character) == Character.SURROGATE;
        }
    }
}
