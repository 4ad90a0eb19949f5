package org.tipstats.site.submit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tipstats.collect.receive.ReceiptReader.Receipt;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;

/** Lists the facts that a receipt proves. */
final class ReceiptFacts {

    private ReceiptFacts() {}

    /** Returns the facts by label. */
    static Map<String, String> of(Receipt receipt, SubmissionView view, FileWords words, PageTexts t) {
        NumberTexts numbers = t.numbers();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(t.say("upload.receipt.number"), receipt.submissionId().toString());
        facts.put(t.say("desk.file"), FileWords.fileName(receipt.fileName(), t));
        facts.put(t.say("origin.way"), FileWords.way(receipt.origin(), t));
        facts.put(t.say("upload.receipt.bytes"), numbers.whole(receipt.bytes()));
        facts.put(t.say("upload.receipt.rows"), numbers.whole(receipt.rows()));
        facts.put(t.say("desk.dataflow"), words.dataflow(view.dataflow(), t));
        facts.put(t.say("desk.area"), words.areas(view, t));
        facts.put(t.say("upload.receipt.mode"), t.say("upload.mode." + view.mode() + ".short"));
        facts.put(t.say("upload.receipt.by"), receipt.submittedBy());
        facts.put(t.say("desk.received"), t.days().time(receipt.receivedAt()));
        facts.put(
                t.say("upload.receipt.result"),
                t.say("upload.errors", "n", receipt.counts().error())
                        + t.say("filereport.comma")
                        + t.say("upload.warnings", "n", receipt.counts().warning()));
        facts.put(t.say("upload.receipt.versions"), receipt.schemaVersion() + " · " + receipt.rulesVersion());
        facts.put(
                t.say("upload.receipt.log"),
                receipt.log().seq() + " \u00b7 "
                        + SubmitFormats.spaced(receipt.log().hash()));
        return facts;
    }

    /**
     * Returns the receipt as text, one fact per line: the facts on the page, the hash without spaces, and the URL that
     * returns the receipt.
     *
     * @param origin scheme and host of this website
     */
    static String text(Map<String, String> facts, SubmissionView view, String origin, PageTexts t) {
        StringBuilder text = new StringBuilder();
        text.append(t.say("site.name")).append(" \u00b7 ").append(t.say("upload.receipt.heading"));
        text.append("\r\n").append(t.say("upload.receipt.keep")).append("\r\n\r\n");
        facts.forEach((name, fact) -> line(name, fact, text));
        line(t.say("upload.receipt.hash"), view.sha256(), text);
        line(t.say("upload.receipt.check"), origin + "/api/v1/submissions/" + view.id() + "/receipt", text);
        return text.toString();
    }

    private static void line(String name, String fact, StringBuilder text) {
        text.append(name).append(": ").append(fact.replaceAll("\\R", " ")).append("\r\n");
    }
}
