package org.tipstats.start.boot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/**
 * Accepts only texts that can be stored and returned unchanged. Such texts contain no NUL and no unpaired surrogates.
 */
final class CompleteTextDeserializer extends StringDeserializer {

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
