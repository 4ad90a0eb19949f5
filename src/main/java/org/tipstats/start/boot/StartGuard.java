package org.tipstats.start.boot;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.tipstats.start.postgres.DatabaseAddress;
import org.tipstats.start.postgres.StartRefusedException;

/**
 * Checks before the start that the service runs safely: not as root, with readable secrets and complete settings of
 * mail, and with a trustworthy provider for the sign-in.
 */
final class StartGuard {

    private static final Logger LOG = Logger.getLogger(StartGuard.class);
    private static final String ALLOW_ROOT = "TIPSTATS_ALLOW_ROOT";

    private StartGuard() {}

    /**
     * Refuses to run as root, except for a demo or if the operator allows it. Then warns instead. Also refuses missing
     * settings of mail, an unreadable folder of secrets, and unsafe settings of the sign-in.
     *
     * @throws StartRefusedException if the service must not start in this way
     */
    static void check(Config config, boolean demo, boolean root) {
        if (root) {
            boolean allowed = config.getOptionalValue("tipstats.allow-root", Boolean.class)
                    .orElse(false);
            if (!demo && !allowed) {
                throw new StartRefusedException(
                        "It runs as root, who may do anything on this machine. Run it as a user of"
                                + " its own, who needs no rights but to write to TIPSTATS_HOME; or set " + ALLOW_ROOT
                                + " to true.");
            }
            LOG.warn("TIPstats runs as root, who may do anything on this machine. It needs no rights of root: run it as"
                    + " a user of its own.");
        }
        requireForMail(config, "tipstats.mail.from", "TIPSTATS_MAIL_FROM, the address of the sender");
        requireForMail(
                config,
                "tipstats.catalogue.address",
                "TIPSTATS_CATALOGUE_ADDRESS, the public address of the service, for the links in messages");
        config.getOptionalValue("tipstats.secrets", String.class)
                .filter(folder -> !Files.isReadable(Path.of(folder)) || !Files.isDirectory(Path.of(folder)))
                .ifPresent(folder -> {
                    throw new StartRefusedException("The folder of TIPSTATS_SECRETS cannot be read: " + folder);
                });
        checkProvider(config);
    }

    /**
     * Checks the settings of the organisation's provider. With wrong settings, nobody could sign in, or anybody could.
     */
    private static void checkProvider(Config config) {
        Optional<String> issuer = text("issuer", config);
        if (issuer.isEmpty()) {
            if (text("tokens", config).filter("false"::equals).isPresent()) {
                throw new StartRefusedException(
                        "TIPSTATS_OIDC_TOKENS is false and TIPSTATS_OIDC_ISSUER is not set, so nobody could sign in.");
            }
            return;
        }
        for (String needed : List.of("client-id", "client-secret")) {
            if (text(needed, config).isEmpty()) {
                throw new StartRefusedException("TIPSTATS_OIDC_ISSUER needs TIPSTATS_OIDC_CLIENT_ID and the secret"
                        + " TIPSTATS_OIDC_CLIENT_SECRET, too.");
            }
        }
        if (!isSafe(issuer.get())) {
            throw new StartRefusedException(
                    "TIPSTATS_OIDC_ISSUER must be an address that begins with https://, or one of" + " this machine: "
                            + issuer.get());
        }
        if (text("audience", config).equals(text("client-id", config))) {
            throw new StartRefusedException(
                    "TIPSTATS_OIDC_AUDIENCE must differ from TIPSTATS_OIDC_CLIENT_ID. Otherwise the"
                            + " tokens that say who a person is would open the API, too.");
        }
    }

    private static boolean isSafe(String issuer) {
        try {
            URI address = URI.create(issuer);
            String host = address.getHost();
            return host != null
                    && ("https".equals(address.getScheme())
                            || "http".equals(address.getScheme()) && DatabaseAddress.isLoopback(host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> text(String setting, Config config) {
        return config.getOptionalValue("tipstats.oidc." + setting, String.class);
    }

    private static void requireForMail(Config config, String name, String meaning) {
        if (config.getOptionalValue("tipstats.mail.host", String.class).isPresent()
                && config.getOptionalValue(name, String.class).isEmpty()) {
            throw new StartRefusedException("Mail is on (TIPSTATS_MAIL_HOST), so it needs " + meaning + ".");
        }
    }
}
