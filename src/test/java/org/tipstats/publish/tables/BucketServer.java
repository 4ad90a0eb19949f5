package org.tipstats.publish.tables;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.tipstats.FreePort;
import org.tipstats.JavaCommand;

/** A storage with the interface of S3 and one bucket, in a process of its own. The build puts the program into a folder. */
final class BucketServer implements AutoCloseable {

    static final String BUCKET = "tip-tables";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final int port;

    BucketServer(Path files) throws IOException, InterruptedException {
        port = FreePort.find();
        process = new ProcessBuilder(JavaCommand.of(
                        "-Xmx256m",
                        "-jar",
                        "target/s3mock/s3mock-exec.jar",
                        "--server.address=127.0.0.1",
                        "--com.adobe.testing.s3mock.httpPort=" + port,
                        // Any free ports, where nobody asks.
                        "--server.port=0",
                        "--vectors.http.port=0",
                        "--vectors.https.port=0",
                        "--com.adobe.testing.s3mock.store.root=" + files,
                        "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET))
                .redirectErrorStream(true)
                .redirectOutput(new File("target/s3mock/s3mock.log"))
                .start();
        await();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private void await() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isThere()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("The storage does not start: see target/s3mock/s3mock.log");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean isThere() throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address().resolve("/" + BUCKET)).build();
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false; // it has not started yet
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
