package org.tipstats.site.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetsTest {

    @TempDir
    Path folder;

    @Test
    void theEmblemOfThePublisherTakesThePlaceOfTheIcon() throws IOException {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        Assets own = new Assets(Optional.of(Files.writeString(folder.resolve("emblem.svg"), svg)));
        Assets usual = new Assets(Optional.empty());

        assertTrue(own.emblem().endsWith("/emblem.svg"));
        assertArrayEquals(
                svg.getBytes(StandardCharsets.UTF_8), own.content("emblem.svg").orElseThrow());
        assertEquals(usual.at("icon.svg"), usual.emblem());
        assertNotEquals(usual.version(), own.version(), "browsers must not keep the other emblem");
    }

    @Test
    void aFileThatIsNoEmblemIsRefusedAtTheStart() throws IOException {
        Path text = Files.writeString(folder.resolve("emblem.svg"), "a text");
        assertThrows(IllegalStateException.class, () -> new Assets(Optional.of(text)));
    }
}
