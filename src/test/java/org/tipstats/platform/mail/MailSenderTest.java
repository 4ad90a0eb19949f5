package org.tipstats.platform.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.platform.mail.MailRecord.MailTrouble;
import org.tipstats.platform.mail.MailSender.SendResult;

/** Tests what the service concludes from the words of a mail server. */
class MailSenderTest {

    /** Only what concerns one message for good ends it. */
    @ParameterizedTest
    @CsvSource({
        "recipient address not accepted, 550, RECIPIENT, true",
        "recipient address not accepted, 450, RECIPIENT, false",
        "sending data failed, 554, CONTENT, true",
        "sending data failed, 452, CONTENT, false",
        "DATA command not accepted, 554, CONTENT, true",
        "sender address not accepted, 553, SENDER, false",
        "AUTH PLAIN failed, 535, SIGN_IN, false",
        "got error response, 554, CONNECTION, false"
    })
    void anAnswerSaysWhatToDo(String step, int code, MailTrouble trouble, boolean isFinal) {
        String said = code + " 5.1.1 <Jo@Example.org>: not taken,  jo is unknown";
        Throwable failure = new CompletionException(new SMTPException(step, code, List.of(said), false));

        assertEquals(
                new SendResult(trouble, code + " 5.1.1 <…>: not taken, … is unknown", isFinal),
                MailSender.result(failure, "jo@example.org"));
    }

    @Test
    void aBrokenConnectionIsTriedAgain() {
        assertEquals(
                new SendResult(MailTrouble.CONNECTION, "Connection refused", false),
                MailSender.result(
                        new CompletionException(new ConnectException("Connection refused")), "jo@example.org"));
        assertEquals(
                new SendResult(MailTrouble.CONNECTION, null, false),
                MailSender.result(new IllegalStateException(), "jo@example.org"));
    }
}
