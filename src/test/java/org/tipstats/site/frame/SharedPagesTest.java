package org.tipstats.site.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of pages in a browser share pages, so none may leave changes that outlive a document. */
class SharedPagesTest {

    private static final Pattern LASTING = Pattern.compile("\\.(addInitScript|emulateMedia|setViewportSize|route"
            + "|setOffline|expose\\w+|addCookies|grantPermissions|setExtraHTTPHeaders|setDefault\\w+"
            + "|on(Request|Response|Dialog|Download|Popup|Page|Close|Console)\\w*)\\(");

    private static final Pattern ALONE = Pattern.compile("\\balone\\(\\)|(?<!\\w)reader\\(|breakOff\\(");

    @Test
    void aTestThatChangesMoreThanTheDocumentHasThePageAlone() throws IOException {
        List<String> sharing = new ArrayList<>();
        int changing = 0;
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java", "org", "tipstats", "site"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                for (String method : Files.readString(file).split("\n    }\n")) {
                    if (method.contains("BrowserPage ")
                            && LASTING.matcher(method).find()) {
                        changing++;
                        if (!ALONE.matcher(method).find()) {
                            sharing.add(file + method);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), sharing);
        assertFalse(changing < 8, "the pattern finds " + changing + " methods");
    }
}
