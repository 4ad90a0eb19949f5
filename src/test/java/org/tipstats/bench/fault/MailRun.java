package org.tipstats.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.tipstats.FreePort;
import org.tipstats.bench.speed.Service;

/**
 * Counts what reaches a mail server: how fast many messages leave, and what is lost or doubled if the built service is
 * killed while it sends.
 */
public final class MailRun implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String CSV = "text/csv";

    private final Path home;
    private final GreenMail server;
    private final Map<String, String> settings;
    private Service service;
    private String administrator;
    private String reviewer;
    private String submitter;
    private int files;

    private MailRun(Path folder) throws Exception {
        this.home = Files.createDirectories(folder.resolve("home"));
        int port = FreePort.find();
        this.server = new PromptServer(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        this.settings = Map.of(
                "QUARKUS_HTTP_PORT", Integer.toString(FreePort.find()),
                "TIPSTATS_DEMO", "false",
                "TIPSTATS_ALLOW_ROOT", "true",
                "TIPSTATS_SECOND_ADMINISTRATOR", "false",
                "TIPSTATS_CATALOGUE_ADDRESS", "https://stats.example.org",
                "TIPSTATS_MAIL_HOST", "127.0.0.1",
                "TIPSTATS_MAIL_PORT", Integer.toString(port),
                "TIPSTATS_MAIL_START_TLS", "DISABLED",
                "TIPSTATS_MAIL_FROM", "TIPstats <tipstats@example.org>",
                "TIPSTATS_RATES_REQUESTS_A_MINUTE", "1000000");
        start();
    }

    /** A mail server that sends each answer at once. With usual sockets, the end of each answer waits for 40 ms. */
    private static final class PromptServer extends GreenMail {

        PromptServer(ServerSetup setup) {
            super(setup);
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
            SmtpServer server = new SmtpServer(setups[0], managers) {
                @Override
                protected void handleClientSocket(Socket socket) throws SocketException {
                    socket.setTcpNoDelay(true);
                    super.handleClientSocket(socket);
                }
            };
            return Map.of(setups[0].getProtocol(), server);
        }
    }

    private void start() throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("TIPSTATS_MAIL_PER_PERSON", "1000");
        service = Service.start(home, all, "-Xmx512m");
    }

    /** Measures how long some messages take from the answer to their cause until the last one arrives. */
    public static void speed(Path folder, int messages) throws Exception {
        try (MailRun run = new MailRun(folder)) {
            run.people(messages);
            long begin = System.nanoTime();
            run.cause();
            long queued = System.nanoTime();
            run.server.waitForIncomingEmail(LONGEST.toMillis(), messages);
            System.out.printf(
                    "%d messages: queued in %d ms, all there after %.1f s%n",
                    messages, (queued - begin) / 1_000_000, (System.nanoTime() - queued) / 1e9);
            run.compare(messages, 0);
        }
    }

    /** Kills the service at some points while it sends, and prints what is doubled. */
    public static void kills(Path folder, int points, long seed) throws Exception {
        Random random = new Random(seed);
        int people = 20;
        try (MailRun run = new MailRun(folder)) {
            run.people(people);
            for (int kill = 1; kill <= points; kill++) {
                int before = run.server.getReceivedMessages().length;
                run.cause();
                run.server.waitForIncomingEmail(LONGEST.toMillis(), before + 1 + random.nextInt(people - 2));
                TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
                run.service.kill();
                int there = run.server.getReceivedMessages().length - before;
                run.start();
                System.out.printf(
                        "kill %d of %d: after %d messages, %d doubled so far%n", kill, points, there, run.doubled());
            }
            // What was claimed at a kill is sent when its claim ends.
            run.await(points * people);
            run.compare(points * people, points);
            System.out.printf(
                    "seed %d: %d messages, none lost, %d doubled after %d kills%n",
                    seed, points * people, run.doubled(), points);
        }
    }

    /** Creates accounts: those who decide, and those who get messages. */
    private void people(int count) throws IOException, InterruptedException {
        String first =
                Files.readString(home.resolve("first-administrator-token")).strip();
        administrator = account(first, "administrator", "[]", null);
        reviewer = account(administrator, "reviewer", "[]", null);
        submitter = account(administrator, "submitter", "[\"AUT\"]", null);
        for (int i = 0; i < count; i++) {
            account(administrator, "submitter", "[\"AUT\"]", "person" + i + "@example.org");
        }
    }

    private String account(String by, String role, String areas, String email)
            throws IOException, InterruptedException {
        String body = "{\"name\":\"the %s\",\"roles\":[\"%s\"],\"areas\":%s%s}"
                .formatted(role, role, areas, email == null ? "" : ",\"email\":\"" + email + "\"");
        return ServedWork.tree(service.post("/api/v1/accounts", by, body), 201)
                .path("token")
                .asText();
    }

    /** Returns a file to its submitters, which is the cause of a message to each of them. */
    private void cause() throws IOException, InterruptedException {
        String path = "/api/v1/submissions?dataflow=VICTIMS";
        String file = SmallFiles.file(SmallFiles.AREAS.size() * files++);
        String id = ServedWork.tree(service.post(path, submitter, CSV, BodyPublishers.ofString(file)), 201)
                .path("id")
                .asText();
        ServedWork.tree(
                service.post("/api/v1/submissions/" + id + "/return", reviewer, "{\"reason\":\"Check it.\"}"), 200);
    }

    private Map<String, Integer> arrived() throws Exception {
        Map<String, Integer> times = new HashMap<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            times.merge(message.getMessageID().replaceAll("[<>]|@.*", ""), 1, Integer::sum);
        }
        return times;
    }

    private long doubled() throws Exception {
        return arrived().values().stream().mapToInt(times -> times - 1).sum();
    }

    /** Waits until so many different messages are there. */
    private void await(int count) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (arrived().size() < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(arrived().size() + " of " + count + " messages");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Compares the server with the record: the same messages, and not more of them twice than there were kills. */
    private void compare(int count, int kills) throws Exception {
        TreeSet<String> recorded = new TreeSet<>();
        long end = System.nanoTime() + LONGEST.toNanos();
        while (recorded.size() < count && System.nanoTime() < end) {
            JsonNode record = ServedWork.tree(service.get("/api/v1/mail?state=sent&limit=10000", administrator), 200);
            record.path("items").forEach(item -> recorded.add(item.path("id").asText()));
        }
        Map<String, Integer> arrived = arrived();
        if (!recorded.equals(new TreeSet<>(arrived.keySet())) || recorded.size() != count) {
            throw new IllegalStateException(
                    "recorded " + recorded.size() + ", arrived " + arrived.size() + ", expected " + count);
        }
        if (doubled() > kills || arrived.values().stream().anyMatch(times -> times > 2)) {
            throw new IllegalStateException(doubled() + " messages arrived twice after " + kills + " kills");
        }
    }

    @Override
    public void close() {
        service.close();
        server.stop();
    }
}
