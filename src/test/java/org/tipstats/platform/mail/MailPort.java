package org.tipstats.platform.mail;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.tipstats.FreePort;

/** Turns mail on in all tests, to a port of this machine at which only {@link TestMailbox} sometimes listens. */
@WithTestResource(value = MailPort.class, scope = TestResourceScope.GLOBAL)
public final class MailPort implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            return Map.of(
                    "tipstats.mail.host",
                    "127.0.0.1",
                    "tipstats.mail.port",
                    Integer.toString(FreePort.find()),
                    "tipstats.mail.start-tls",
                    "DISABLED",
                    "tipstats.mail.from",
                    "TIPstats <tipstats@example.org>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // It holds nothing.
    }
}
