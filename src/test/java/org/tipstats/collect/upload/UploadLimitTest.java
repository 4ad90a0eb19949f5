package org.tipstats.collect.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.storage.LeftFiles;

/** Files that are too large, sent by a client that reads no answer before it has sent everything. */
@QuarkusTest
class UploadLimitTest {

    private static final String TYPE_OF_FORM = "multipart/form-data; boundary=xx";
    private static final byte[] FORM_START =
            "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] FORM_END = "\r\n--xx--\r\n".getBytes(StandardCharsets.UTF_8);

    @Inject
    UploadConfig config;

    @Inject
    SignedIn signedIn;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI service;

    /** The head and the body of an answer. */
    private record Answer(String head, JsonNode body) {

        static Answer read(InputStream in) throws IOException {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            assertTrue(end > 0, "no answer");
            return new Answer(all.substring(0, end), new ObjectMapper().readTree(all.substring(end + 4)));
        }
    }

    /** A body: some bytes, then a long line of zeros, then some bytes. */
    private record Body(byte[] start, long zeros, byte[] end) {

        long length() {
            return start.length + zeros + end.length;
        }

        void write(OutputStream out, boolean chunked) throws IOException {
            write(out, start, chunked);
            byte[] piece = "0".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (long left = zeros; left > 0; left -= piece.length) {
                write(out, left < piece.length ? java.util.Arrays.copyOf(piece, (int) left) : piece, chunked);
            }
            write(out, end, chunked);
            out.write(chunked ? "0\r\n\r\n".getBytes(StandardCharsets.UTF_8) : new byte[0]);
        }

        private static void write(OutputStream out, byte[] bytes, boolean chunked) throws IOException {
            if (bytes.length > 0) {
                out.write(chunked ? (Integer.toHexString(bytes.length) + "\r\n").getBytes() : new byte[0]);
                out.write(bytes);
                out.write(chunked ? "\r\n".getBytes() : new byte[0]);
            }
        }
    }

    private Answer send(String place, String type, Body body, boolean chunked) throws IOException {
        return send(place + "?dataflow=VICTIMS", type, signedIn.submitter("AUT"), body, chunked);
    }

    private Answer send(String address, String type, String token, Body body, boolean chunked) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout((int) Duration.ofMinutes(5).toMillis());
            OutputStream out = socket.getOutputStream();
            String length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length();
            out.write(("POST " + address + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n"
                            + (token == null ? "" : "Authorization: Bearer " + token + "\r\n")
                            + "Content-Type: " + type + "\r\n" + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.write(out, chunked);
            out.flush();
            return Answer.read(socket.getInputStream());
        }
    }

    private void isTooLarge(Answer answer) {
        assertTrue(answer.head.startsWith("HTTP/1.1 413 "), answer.head);
        assertTrue(answer.head.toLowerCase().contains("content-type: application/problem+json"), answer.head);
        assertEquals("/problems/too-large", answer.body.path("type").asText());
        assertEquals(413, answer.body.path("status").asInt());
        assertEquals(config.maxSize().asLongValue(), answer.body.path("limit").asLong());
        assertTrue(
                answer.body
                        .path("detail")
                        .asText()
                        .contains(Long.toString(config.maxSize().asLongValue())),
                answer.body.toString());
    }

    private void refusedWith(String type, byte[] start, byte[] end, boolean chunked) throws IOException {
        long before = database.number("select count(*) from submission");
        long most = config.maxSize().asLongValue();
        isTooLarge(send(Desk.VALIDATIONS, type, new Body(start, most + 1, end), chunked));
        isTooLarge(send(Desk.SUBMISSIONS, type, new Body(start, most + 5_000_000, end), chunked));
        assertEquals(before, database.number("select count(*) from submission"));
        assertEquals(List.of(), LeftFiles.in(config.folder()));
    }

    @Test
    void aFileThatSaysItsLengthIsRefused() throws IOException {
        refusedWith("text/csv", new byte[0], new byte[0], false);
    }

    @Test
    void aFileInChunksIsRefused() throws IOException {
        refusedWith("text/csv", new byte[0], new byte[0], true);
    }

    @Test
    void aFormThatSaysItsLengthIsRefused() throws IOException {
        refusedWith(TYPE_OF_FORM, FORM_START, FORM_END, false);
    }

    @Test
    void aFormInChunksIsRefused() throws IOException {
        refusedWith(TYPE_OF_FORM, FORM_START, FORM_END, true);
    }

    @Test
    void whateverIsWrongIsReadableAfterALargeBody() throws IOException {
        Body large = new Body(new byte[0], config.maxSize().asLongValue() - 1, new byte[0]);
        String right = Desk.SUBMISSIONS + "?dataflow=VICTIMS";
        for (boolean chunked : new boolean[] {false, true}) {
            assertStatus(401, send(right, "text/csv", null, large, chunked));
            assertStatus(403, send(right, "text/csv", signedIn.reviewer(), large, chunked));
            assertStatus(400, send(Desk.SUBMISSIONS, "text/csv", signedIn.submitter("AUT"), large, chunked));
            assertStatus(415, send(right, "text/plain", signedIn.submitter("AUT"), large, chunked));
            assertStatus(404, send("/api/v1/nothing", "text/csv", null, large, chunked));
        }
    }

    private static void assertStatus(int status, Answer answer) {
        assertTrue(answer.head.startsWith("HTTP/1.1 " + status + " "), answer.head);
        assertEquals(status, answer.body.path("status").asInt());
    }

    @Test
    void aFileOfExactlyTheLimitIsTaken() throws IOException {
        long most = config.maxSize().asLongValue();
        Answer raw = send(Desk.VALIDATIONS, "text/csv", new Body(new byte[0], most, new byte[0]), true);
        assertEquals(most, raw.body.at("/file/bytes").asLong(), raw.head);
        Answer form = send(Desk.VALIDATIONS, TYPE_OF_FORM, new Body(FORM_START, most, FORM_END), false);
        assertEquals(most, form.body.at("/file/bytes").asLong(), form.head);
    }
}
