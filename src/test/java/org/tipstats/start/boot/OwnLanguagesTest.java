package org.tipstats.start.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.ibm.icu.impl.ICUConfig;
import com.ibm.icu.impl.ICUData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** ICU must not look for languages in all jars (decision 139). A newer ICU may do so in another way. */
class OwnLanguagesTest {

    /** ICU lists its settings in a file of its own. Its class would also return a setting that only the system has. */
    @Test
    void icuKnowsTheSetting() throws IOException {
        Properties settings = new Properties();
        try (InputStream own = ICUConfig.class.getResourceAsStream(ICUConfig.CONFIG_PROPS_FILE)) {
            settings.load(own);
        }
        assertEquals("false", settings.getProperty(Main.OWN_LANGUAGES));
    }

    @Test
    void testsHaveTheSettingOfTheProgram() {
        assertEquals("true", System.getProperty(Main.OWN_LANGUAGES));
    }

    /** A list without languages lets ICU read its own. */
    @Test
    void theListStandsWhereIcuLooksForIt() throws IOException {
        try (InputStream list =
                ICUData.class.getClassLoader().getResourceAsStream(ICUData.ICU_BASE_NAME + "/fullLocaleNames.lst")) {
            assertNotNull(list);
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, text.lines().filter(line -> !line.startsWith("#")).count(), text);
        }
    }
}
