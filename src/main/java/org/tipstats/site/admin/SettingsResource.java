package org.tipstats.site.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Site;

/**
 * Shows the present values of the settings that matter to operators. For a secret setting, shows only whether it has a
 * value.
 */
@Path(Site.LANG + "/desk/admin/settings")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMINISTRATOR)
class SettingsResource {

    private static final List<String> NAMES = List.of(
            "quarkus.http.host",
            "quarkus.http.port",
            "tipstats.home",
            "tipstats.secrets",
            "tipstats.embedded",
            "tipstats.demo",
            "tipstats.demo.by-country",
            "tipstats.database.url",
            "tipstats.database.username",
            "tipstats.database.password",
            "tipstats.database.owner",
            "tipstats.database.owner-password",
            "tipstats.database.replica-url",
            "tipstats.database.silence",
            "tipstats.database.start-retries",
            "tipstats.schemas",
            "tipstats.map.file",
            "tipstats.contact",
            "tipstats.emblem",
            "tipstats.catalogue.publisher",
            "tipstats.catalogue.address",
            "tipstats.max-upload",
            "tipstats.upload.max-size",
            "tipstats.upload.folder",
            "tipstats.storage.minimum-free",
            "tipstats.upload.parallel",
            "tipstats.upload.parallel-anonymous",
            "tipstats.upload.findings-kept",
            "tipstats.body.small",
            "tipstats.body.patience",
            "tipstats.body.minimum-rate",
            "tipstats.body.longest",
            "tipstats.body.memory",
            "tipstats.body.disk",
            "tipstats.connection.idle",
            "tipstats.files.max-observations",
            "tipstats.files.max-workbook-observations",
            "tipstats.files.saved-queries-a-day",
            "tipstats.job.max-kept",
            "tipstats.job.patience",
            "tipstats.consultation.blocks",
            "tipstats.losses.totals",
            "tipstats.losses.by-one-dimension",
            "tipstats.series.hollow-below",
            "tipstats.rounds.reminders",
            "tipstats.prints.every",
            "tipstats.alerts.disk-free",
            "tipstats.alerts.log-every",
            "tipstats.alerts.log-verified",
            "tipstats.alerts.jobs",
            "tipstats.alerts.sign-ins-refused",
            "tipstats.alerts.backup",
            "tipstats.alerts.webhooks",
            "tipstats.alerts.webhooks-failed",
            "tipstats.alerts.mail",
            "tipstats.alerts.mail-failed",
            "tipstats.alerts.replica",
            "tipstats.alerts.compilation",
            "tipstats.retention.incoming-files",
            "tipstats.retention.job-results",
            "tipstats.retention.refused-files",
            "tipstats.retention.typed-drafts",
            "tipstats.retention.drafts",
            "tipstats.retention.mail",
            "tipstats.mail.host",
            "tipstats.mail.port",
            "tipstats.mail.from",
            "tipstats.mail.reply-to",
            "tipstats.mail.start-tls",
            "tipstats.mail.tls",
            "tipstats.mail.username",
            "tipstats.mail.password",
            "tipstats.mail.per-minute",
            "tipstats.mail.per-person",
            "tipstats.mail.daily-at",
            "tipstats.mail.every",
            "tipstats.mail.daily-every",
            "tipstats.rates.requests-a-minute",
            "tipstats.rates.uploads-a-minute",
            "tipstats.rates.queries-a-day",
            "tipstats.tables",
            "tipstats.tables-region",
            "tipstats.tables-endpoint",
            "tipstats.trusted-proxies",
            "tipstats.signing.key-file",
            "tipstats.webhooks.key",
            "tipstats.sessions.idle",
            "tipstats.sessions.whole",
            "tipstats.tokens.lifetime",
            "tipstats.tokens.failures-a-minute",
            "tipstats.second-administrator",
            "tipstats.oidc.issuer",
            "tipstats.oidc.client-id",
            "tipstats.oidc.client-secret",
            "tipstats.oidc.name",
            "tipstats.oidc.scopes",
            "tipstats.oidc.groups-claim",
            "tipstats.oidc.submitters",
            "tipstats.oidc.reviewers",
            "tipstats.oidc.publishers",
            "tipstats.oidc.administrators",
            "tipstats.oidc.areas-claim",
            "tipstats.oidc.areas-prefix",
            "tipstats.oidc.acr.submitter",
            "tipstats.oidc.acr.reviewer",
            "tipstats.oidc.acr.publisher",
            "tipstats.oidc.acr.administrator",
            "tipstats.oidc.audience",
            "tipstats.oidc.tokens",
            "tipstats.oidc.check",
            "tipstats.oidc.clock-skew",
            "tipstats.subscriptions.per-account",
            "tipstats.subscriptions.loopback",
            "tipstats.subscriptions.every");

    /** Default values that are written in the code, by setting. No configuration source contains these values. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "tipstats.embedded", "false",
            "tipstats.demo", "false",
            "tipstats.demo.by-country", "false",
            "tipstats.storage.minimum-free", "100M",
            "tipstats.connection.idle", "60S",
            "tipstats.tokens.lifetime", "365d",
            "tipstats.tokens.failures-a-minute", "20",
            "tipstats.tables-region", "us-east-1",
            "tipstats.rounds.reminders", "14,7,1",
            "tipstats.second-administrator", "true");

    private static final Pattern SECRETS =
            Pattern.compile("tipstats\\.(?:database\\..*(?:url|username|password|owner)|oidc\\.client-secret"
                    + "|mail\\.(?:username|password)|webhooks\\.key)");

    private final Config config;
    private final Frames frames;

    SettingsResource(Config config, Frames frames) {
        this.config = config;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "administration")
    static final class Pages {

        static native TemplateInstance settings(Frame frame, PageTexts t, List<Setting> settings);
    }

    /**
     * A setting.
     *
     * @param value the value in force; null if the value is secret or the setting has no value
     * @param isSet true if the setting has a value
     * @param origin the key of the text that says where the value comes from, for example from the environment
     */
    record Setting(String name, String value, boolean isSet, String origin) {

        /** Returns the name of the environment variable for this setting. */
        public String variable() {
            return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        }
    }

    @GET
    public TemplateInstance settings() {
        PageTexts t = frames.texts();
        Frame frame =
                frames.frame(SystemResource.place(t.say("admin.settings"), t).api("/api/v1/limits"));
        return Pages.settings(frame, t, NAMES.stream().map(this::setting).toList());
    }

    private Setting setting(String name) {
        ConfigValue found = config.getConfigValue(name);
        boolean configured = found.getValue() != null;
        String value = configured ? found.getValue() : DEFAULTS.get(name);
        return new Setting(
                name,
                SECRETS.matcher(name).matches() ? null : value,
                value != null,
                "settings.origin." + (configured ? origin(found.getSourceName()) : "default"));
    }

    private static String origin(String source) {
        if (source == null) {
            return "default";
        }
        if (source.contains("ValueRegistry")) {
            return "start";
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
