package org.tipstats.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final Path ballast;
    private final Path log;
    private final List<String> faults = new ArrayList<>();
    private int files;
    private int releases;

    private FullDiskRun(Path folder) throws IOException {
        this.served = new KilledService(folder, new Random(1));
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
        Sent accepted = sent();
        accept(accepted);
        Made draft = ledger.make("first", List.of());
        draft("first", draft);
        publish("first", draft);
        for (Map.Entry<String, Request> each : requests(accepted).entrySet()) {
            point(each.getKey(), each.getValue());
        }
    }

    private Map<String, Request> requests(Sent accepted) throws Exception {
        String own = "/api/v1/submissions/" + accepted.id;
        String large =
                "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n" + "AUT,W,_T,_T,2016,1\n".repeat(LARGE_ROWS);
        Sent waiting = sent();
        Sent other = sent();
        Sent discussed = sent();
        Map<String, Request> all = new LinkedHashMap<>();
        all.put("upload of a small file", () -> upload(ledger.send(files++)));
        all.put(
                "upload of 4 MB, all errors",
                () -> post("/api/v1/submissions?dataflow=VICTIMS", served.submitter(), CSV, large));
        all.put("validation of a small file", () -> validate(SmallFiles.file(0), "application/json"));
        all.put("validation of 4 MB", () -> validate(large, "application/json"));
        all.put("validation of 4 MB, the file annotated", () -> validate(large, CSV));
        all.put("validation, as a job", () -> validate(large, "application/json", "Prefer", "respond-async"));
        all.put("guess", () -> post("/api/v1/mappings/guess", null, CSV, SmallFiles.file(0)));
        all.put("acceptance", () -> accept(waiting));
        all.put("return", () -> json(path(other) + "/return", served.reviewer(), "{\"reason\":\"late\"}"));
        all.put("comment", () -> json(path(discussed) + "/comments", served.reviewer(), "{\"text\":\"why\"}"));
        all.put("compile", this::compile);
        all.put("publication", this::publishNew);
        all.put("workbook of data", () -> get("/api/v1/data/VICTIMS?format=xlsx", null));
        all.put("bundle", () -> get("/api/v1/releases/first/bundle.zip", null));
        all.put("report as a workbook", () -> get(own + "/report?format=xlsx", served.reviewer()));
        all.put("received file", () -> get(own + "/file", served.reviewer()));
        all.put("saved query", () -> json("/api/v1/queries", null, "{\"dataflow\":\"VICTIMS\",\"REF_AREA\":\"AUT\"}"));
        all.put("account", this::account);
        all.put("log", () -> get("/api/v1/audit/export", served.administrator()));
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
            try (OutputStream out = Files.newOutputStream(
                    ballast, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
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

    private Sent sent() throws Exception {
        Sent sent = ledger.send(files++);
        upload(sent);
        return sent;
    }

    private int upload(Sent sent) throws Exception {
        HttpResponse<String> answer = served.now()
                .post(
                        "/api/v1/submissions?dataflow=VICTIMS",
                        served.submitter(),
                        CSV,
                        BodyPublishers.ofString(SmallFiles.file(sent.number)));
        if (answer.statusCode() == 201) {
            JsonNode submission = KilledService.tree(answer, 201);
            sent.id = submission.path("id").asText();
        }
        return answer.statusCode();
    }

    private int validate(String file, String accept, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of("Accept", accept));
        all.addAll(List.of(headers));
        return post("/api/v1/validations?dataflow=VICTIMS", null, CSV, file, all.toArray(String[]::new));
    }

    private int post(String path, String token, String type, String body, String... headers) throws Exception {
        try {
            return served.now()
                    .post(path, token, type, BodyPublishers.ofString(body), headers)
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private int json(String path, String token, String body) throws Exception {
        return post(path, token, "application/json", body);
    }

    private int get(String path, String token) throws Exception {
        return (token == null ? served.now().get(path) : served.now().get(path, token)).statusCode();
    }

    private int accept(Sent sent) throws Exception {
        int status = json(path(sent) + "/acceptance", served.reviewer(), "{\"sha256\":\"" + sent.hash() + "\"}");
        sent.accepted |= status == 200;
        return status;
    }

    private int draft(String id, Made made) throws Exception {
        int status = json("/api/v1/releases", served.reviewer(), "{\"id\":\"" + id + "\",\"title\":\"A release\"}");
        made.drafted |= status == 201;
        return status;
    }

    private int publish(String id, Made made) throws Exception {
        int status = json("/api/v1/releases/" + id + "/publication", served.publisher(), "");
        made.published |= status == 200;
        return status;
    }

    private int compile() throws Exception {
        String id = "disk-" + ++releases;
        return draft(id, ledger.make(id, List.of()));
    }

    private int publishNew() throws Exception {
        return json("/api/v1/releases/disk-" + releases + "/publication", served.publisher(), "");
    }

    private int account() throws Exception {
        return json(
                "/api/v1/accounts",
                served.administrator(),
                "{\"name\":\"account " + ++files + "\",\"roles\":[\"reviewer\"],\"areas\":[]}");
    }

    /** Runs a command; returns its exit code as a negative number, or 200 if it succeeds. */
    private int command(String... arguments) throws Exception {
        int code = served.command(served.home(), arguments).end();
        return code == 0 ? 200 : -code;
    }
}
