package org.tipstats.start.boot;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.tipstats.start.postgres.StartRefusedException;

/** Checks before the start that the service runs as it should: not as root, and with the secrets that it was given. */
final class StartGuard {

    private static final Logger LOG = Logger.getLogger(StartGuard.class);
    private static final String ALLOW_ROOT = "TIPSTATS_ALLOW_ROOT";

    private StartGuard() {}

    /**
     * Refuses to run as root without the demo, unless the operator allows it. As root, it always warns.
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
    }

    private static void requireForMail(Config config, String name, String meaning) {
        if (config.getOptionalValue("tipstats.mail.host", String.class).isPresent()
                && config.getOptionalValue(name, String.class).isEmpty()) {
            throw new StartRefusedException("Mail is on (TIPSTATS_MAIL_HOST), so it needs " + meaning + ".");
        }
    }
}
