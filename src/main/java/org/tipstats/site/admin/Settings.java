package org.tipstats.site.admin;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.tipstats.site.frame.PageTexts;

/** Shows the present values of the settings that matter to operators. Of a secret, it shows only if it is set. */
@Singleton
final class Settings {

    /** A setting that has its default in the code that reads it, not in a configuration source. */
    private static final String BY_COUNTRY = "tipstats.demo.by-country";

    private static final List<Known> KNOWN = Stream.of(
                    open("quarkus.http.host"),
                    open("quarkus.http.port"),
                    open("tipstats.home"),
                    open("tipstats.embedded", "false"),
                    open("tipstats.demo", "false"),
                    open(BY_COUNTRY, "false"),
                    secret("tipstats.database.url"),
                    secret("tipstats.database.username"),
                    secret("tipstats.database.password"),
                    open("tipstats.schemas"),
                    open("tipstats.contact"),
                    open("tipstats.catalogue.publisher"),
                    open("tipstats.catalogue.address"),
                    open("tipstats.max-upload"),
                    open("tipstats.upload.max-size"),
                    open("tipstats.upload.folder"),
                    open("tipstats.upload.parallel"),
                    open("tipstats.upload.minimum-rate"),
                    open("tipstats.upload.slow-after"),
                    open("tipstats.upload.findings-kept"),
                    open("tipstats.files.max-observations"),
                    open("tipstats.files.max-workbook-observations"),
                    open("tipstats.files.saved-queries-a-day"),
                    open("tipstats.job.max-kept"),
                    open("tipstats.rates.requests-a-minute"),
                    open("tipstats.rates.uploads-a-minute"),
                    open("tipstats.sessions.idle"),
                    open("tipstats.sessions.whole"),
                    open("tipstats.tokens.lifetime", "365d"),
                    open("tipstats.tokens.failures-a-minute", "20"),
                    open("tipstats.subscriptions.per-account"),
                    open("tipstats.subscriptions.loopback"),
                    open("tipstats.subscriptions.every"))
            .toList();

    private final Config config;

    Settings(Config config) {
        this.config = config;
    }

    /**
     * A setting.
     *
     * @param otherwise the default if no configuration source has a value; null if there is none
     */
    private record Known(String name, boolean secret, String otherwise) {}

    private static Known open(String name) {
        return new Known(name, false, null);
    }

    private static Known open(String name, String otherwise) {
        return new Known(name, false, otherwise);
    }

    private static Known secret(String name) {
        return new Known(name, true, null);
    }

    /**
     * A setting with its present value.
     *
     * @param variable the environment variable that sets it
     * @param value the value in force; for a secret, words that say if it is set
     * @param spoken true if the value is in words
     * @param origin the source of the value, in words
     */
    record Row(String name, String variable, String value, boolean spoken, String origin) {}

    List<Row> rows(PageTexts t) {
        return KNOWN.stream().map(setting -> row(setting, t)).toList();
    }

    private Row row(Known setting, PageTexts t) {
        ConfigValue found = config.getConfigValue(setting.name());
        boolean set = found.getValue() != null;
        String value = set ? found.getValue() : setting.otherwise();
        boolean spoken = setting.secret() || value == null;
        return new Row(
                setting.name(),
                setting.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"),
                spoken ? t.say(set ? "settings.set" : "settings.unset") : value,
                spoken,
                value == null ? "–" : t.say("settings.origin." + (set ? origin(found.getSourceName()) : "default")));
    }

    private static String origin(String source) {
        if (source == null) {
            return "default";
        }
        if (source.contains("EnvConfigSource")) {
            return source.contains(".env") ? "file" : "environment";
        }
        if (source.contains("SysPropConfigSource")) {
            return "command";
        }
        if (source.equals("tipstats-start")) {
            return "start";
        }
        return source.contains("application.") && source.contains("file:") && !source.contains("jar")
                ? "file"
                : "default";
    }
}
