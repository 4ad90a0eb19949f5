package org.tipstats.bench.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.tipstats.bench.fault.Ledger.Made;
import org.tipstats.bench.fault.Ledger.Sent;

/**
 * Fills the disk of the built service before each kind of work. The folder {@code home} in the given folder must be a small file
 * system of its own, such as a tmpfs of 600 MB. Each request must succeed or be answered with 507 or 503, the service must not be
 * ready, and after space is freed everything must work, with nothing lost, doubled or half.
 */
public final class FullDiskRun {

    private static final Set<Integer> ALLOWED = Set.of(200, 201, 202, 422, 503, 507);
    private static final int BLOCK = 1 << 20;
    private static final int LARGE_ROWS = 200_000;
    private static final String CSV = "text/csv";

    private final KilledService served;
    private final Ledger ledger = new Ledger();
    private final RecordingClient client;
    private final Path ballast;
    private final Path log;
    private final List<String> faults = new ArrayList<>();
    private int accounts;
    private int releases;

    private FullDiskRun(Path folder) throws IOException {
        this.served = new KilledService(folder, new Random(1));
        this.client = new RecordingClient(served, ledger);
        this.ballast = served.home().resolve("ballast");
        this.log = folder.resolve("service.log");
    }

    /** Runs all kinds of work on the file system of a folder and prints what happened. */
    public static void run(Path folder) throws Exception {
        FullDiskRun run = new FullDiskRun(folder);
        try (KilledService service = run.served) {
            service.start();
            run.work();
        }
        System.out.printf("%d faults%n", run.faults.size());
    }

    private interface Request {
        int status() throws Exception;
    }

    private void work() throws Exception {
        Sent accepted = client.sent();
        client.accept(accepted);
        Made draft = ledger.make("first", List.of());
        client.draft("first", draft);
        client.publish("first", draft);
        for (Map.Entry<String, Request> each : requests(accepted).entrySet()) {
            point(each.getKey(), each.getValue());
        }
    }

    private Map<String, Request> requests(Sent accepted) throws Exception {
        String own = "/api/v1/submissions/" + accepted.id;
        String large =
                "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n" + "AUT,W,_T,_T,2016,1\n".repeat(LARGE_ROWS);
        Sent waiting = client.sent();
        Sent other = client.sent();
        Sent discussed = client.sent();
        Map<String, Request> all = new LinkedHashMap<>();
        all.put("upload of a small file", () -> client.upload(client.file()));
        all.put(
                "upload of 4 MB, all errors",
                () -> client.csv(
                        "/api/v1/submissions?dataflow=VICTIMS",
                        served.accounts().submitter(),
                        large));
        all.put("validation of a small file", () -> validate(SmallFiles.file(0), "application/json"));
        all.put("validation of 4 MB", () -> validate(large, "application/json"));
        all.put("validation of 4 MB, the file annotated", () -> validate(large, CSV));
        all.put("validation, as a job", () -> validate(large, "application/json", "Prefer", "respond-async"));
        all.put("guess", () -> client.csv("/api/v1/mappings/guess", null, SmallFiles.file(0)));
        all.put("acceptance", () -> client.accept(waiting));
        all.put(
                "return",
                () -> client.json(path(other) + "/return", served.accounts().reviewer(), "{\"reason\":\"late\"}"));
        all.put(
                "comment",
                () -> client.json(
                        path(discussed) + "/comments", served.accounts().reviewer(), "{\"text\":\"why\"}"));
        all.put("compile", this::compile);
        all.put("publication", this::publishNew);
        all.put("workbook of data", () -> get("/api/v1/data/VICTIMS?format=xlsx", null));
        all.put("bundle", () -> get("/api/v1/releases/first/bundle.zip", null));
        all.put(
                "report as a workbook",
                () -> get(own + "/report?format=xlsx", served.accounts().reviewer()));
        all.put("received file", () -> get(own + "/file", served.accounts().reviewer()));
        all.put(
                "saved query",
                () -> client.json("/api/v1/queries", null, "{\"dataflow\":\"VICTIMS\",\"REF_AREA\":\"AUT\"}"));
        all.put("account", this::account);
        all.put("log", () -> get("/api/v1/audit/export", served.accounts().administrator()));
        all.put(
                "backup to this disk",
                () -> command("backup", served.home().resolve("backup.zip").toString()));
        return all;
    }

    private void point(String name, Request request) throws Exception {
        if (name.equals("publication")) {
            compile();
        }
        int before = faults.size();
        long logged = Files.size(log);
        fill();
        int status = request.status();
        int ready = ready();
        Files.delete(ballast);
        boolean refused = status == 503 || status == 507 || status < 0;
        if (!ALLOWED.contains(Math.abs(status)) && status != -3) {
            faults.add(name + " is answered with " + status);
        }
        if (ready == 200) {
            faults.add(name + ": ready on a full disk");
        }
        long milliseconds = recover();
        int again = refused ? request.status() : 0;
        if (refused && again != 200 && again != 201 && again != 202 && again != 422) {
            faults.add(name + " is answered with " + again + " after there is space");
        }
        faults.addAll(ledger.faults(served));
        System.out.printf(
                "%s: %d, ready %d, errors %d, again %s, ready after %d ms%n",
                name, status, ready, errors(logged), refused ? again : "-", milliseconds);
        faults.subList(before, faults.size()).forEach(System.out::println);
    }

    private void fill() throws IOException {
        byte[] block = new byte[BLOCK];
        for (int size = BLOCK; size > 0; size /= 16) {
            try (OutputStream out =
                    Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (true) {
                    out.write(block, 0, size);
                }
            } catch (IOException e) {
                // It is full in pieces of this size.
            }
        }
    }

    private long errors(long from) throws IOException {
        String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        return text.substring((int) Math.min(from, text.length()))
                .lines()
                .filter(line -> line.contains(" ERROR "))
                .count();
    }

    private int ready() throws InterruptedException {
        try {
            return served.now().get("/q/health/ready").statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Waits until the service is ready again, or starts it if it has ended. */
    private long recover() throws Exception {
        long begun = System.nanoTime();
        while (ready() != 200) {
            if (!served.now().isRunning()) {
                System.out.println("the service has ended and is started");
                served.start();
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static String path(Sent sent) {
        return "/api/v1/submissions/" + sent.id;
    }

    private int validate(String file, String accept, String... headers) {
        List<String> all = new ArrayList<>(List.of("Accept", accept));
        all.addAll(List.of(headers));
        return client.csv("/api/v1/validations?dataflow=VICTIMS", null, file, all.toArray(String[]::new));
    }

    private int get(String path, String token) throws Exception {
        return (token == null ? served.now().get(path) : served.now().get(path, token)).statusCode();
    }

    private int compile() throws Exception {
        String id = "disk-" + ++releases;
        return client.draft(id, ledger.make(id, List.of()));
    }

    private int publishNew() throws Exception {
        return client.json(
                "/api/v1/releases/disk-" + releases + "/publication",
                served.accounts().publisher(),
                "");
    }

    private int account() throws Exception {
        return client.json(
                "/api/v1/accounts",
                served.accounts().administrator(),
                "{\"name\":\"account " + ++accounts + "\",\"roles\":[\"reviewer\"],\"areas\":[]}");
    }

    /** Runs a command; returns its exit code as a negative number, or 200 if it succeeds. */
    private int command(String... arguments) throws Exception {
        int code = served.command(served.home(), arguments).end();
        return code == 0 ? 200 : -code;
    }
}
