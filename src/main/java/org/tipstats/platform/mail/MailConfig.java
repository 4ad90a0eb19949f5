package org.tipstats.platform.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Settings of mail. {@code application.properties} passes the settings of the connection on to the mail client. */
@ConfigMapping(prefix = "tipstats.mail")
interface MailConfig {

    /** The mail server. Default: none, which means that the service sends no mail. */
    Optional<String> host();

    /** The port of the mail server. Default 587. */
    @WithDefault("587")
    int port();

    /** True if the connection begins with TLS, as on port 465. Default false: STARTTLS may turn on TLS later. */
    @WithDefault("false")
    boolean tls();

    /** The use of STARTTLS: REQUIRED, OPTIONAL or DISABLED. Default REQUIRED. */
    @WithDefault("REQUIRED")
    String startTls();

    /** The user name at the mail server. Default: none, which means that the service does not sign in there. */
    Optional<String> username();

    /** The password at the mail server. */
    Optional<String> password();

    /** The sender of all messages, for example {@code TIPstats <tipstats@example.org>}. */
    Optional<String> from();

    /** The address for answers. Default: the sender. */
    Optional<String> replyTo();

    /** Largest number of messages that all instances together send in a minute. Default 1200. */
    @WithDefault("1200")
    int perMinute();

    /** Largest number of messages that one person gets in an hour. Further messages wait. Default 30. */
    @WithDefault("30")
    int perPerson();

    /** How often the service looks for messages that are due. Default 5 s. */
    @WithDefault("5s")
    String every();

    /** How often the service checks whether the daily messages of today are queued. Default 10 minutes. */
    @WithDefault("10m")
    String dailyEvery();

    /** The time of the day (UTC) from which the daily messages are sent. Default 05:00. */
    @WithDefault("05:00")
    String dailyAt();

    default boolean isOn() {
        return host().isPresent();
    }
}
