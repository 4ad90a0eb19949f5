package org.tipstats.platform.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Settings of mail. {@code application.properties} passes the settings of the connection on to the mail client. */
@ConfigMapping(prefix = "tipstats.mail")
interface MailConfig {

    /** The mail server. Default: none, and mail is off. */
    Optional<String> host();

    /** The port of the mail server. Default 587. */
    @WithDefault("587")
    int port();

    /** True if the connection begins with TLS, as on port 465. Default false: STARTTLS follows. */
    @WithDefault("false")
    boolean tls();

    /** The use of STARTTLS: REQUIRED, OPTIONAL or DISABLED. Default REQUIRED. */
    @WithDefault("REQUIRED")
    String startTls();

    /** The user name at the mail server. Default: none, and the service does not sign in there. */
    Optional<String> username();

    /** The password at the mail server. */
    Optional<String> password();

    /** The sender of all messages, for example {@code TIPstats <tipstats@example.org>}. */
    Optional<String> from();

    /** The address for answers. Default: the sender. */
    Optional<String> replyTo();

    /** Messages that all instances together may send in a minute. Default 1200. */
    @WithDefault("1200")
    int perMinute();

    /** Messages that one person may get in an hour; further ones wait. Default 30. */
    @WithDefault("30")
    int perPerson();

    /** How often the service looks for messages that are due. Default 5 s. */
    @WithDefault("5s")
    String every();

    /** How often the service looks if the daily messages of today are queued. Default 10 minutes. */
    @WithDefault("10m")
    String dailyEvery();

    /** The time of the day (UTC) from which the daily messages are sent. Default 05:00. */
    @WithDefault("05:00")
    String dailyAt();

    default boolean isOn() {
        return host().isPresent();
    }
}
