package org.tipstats.platform.mail;

import java.util.Map;
import org.tipstats.platform.mail.MailRepository.QueuedMail;
import org.tipstats.vocabulary.names.Bundle;

/**
 * Writes a message as plain text and as simple HTML. Both have the paragraphs, the link, and the reason why the person
 * gets the message. The HTML loads no images or other files.
 *
 * @param base the public address of the service, without a slash at its end
 * @param publisher the name by which people know the service
 */
record MailForm(String base, String publisher) {

    private static final String ACCOUNT = "/desk/account";

    MailForm {
        base = base.replaceFirst("/+$", "");
    }

    private static Bundle texts(QueuedMail mail) {
        return Bundle.of(MailForm.class, "mail", mail.lang());
    }

    private String why(QueuedMail mail) {
        return texts(mail).text("why", Map.of("service", publisher));
    }

    /** Returns the URL of the page on which the person chooses the kinds of messages. */
    private String choice(QueuedMail mail) {
        return base + "/" + mail.lang() + ACCOUNT;
    }

    String text(QueuedMail mail, String link) {
        Bundle texts = texts(mail);
        return String.join(
                MailRepository.PARAGRAPH,
                mail.body(),
                texts.text("open") + "\n" + base + link,
                "-- \n" + why(mail) + "\n" + texts.text("choose") + " " + choice(mail) + "\n");
    }

    String html(QueuedMail mail, String link) {
        Bundle texts = texts(mail);
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(mail.lang())
                .append("\" dir=\"")
                .append(texts.isRightToLeft() ? "rtl" : "ltr")
                .append("\">\n<head><meta charset=\"utf-8\"><title>")
                .append(escaped(mail.subject()))
                .append("</title></head>\n<body>\n");
        for (String paragraph : mail.body().split(MailRepository.PARAGRAPH)) {
            html.append("<p>").append(escaped(paragraph).replace("\n", "<br>")).append("</p>\n");
        }
        return html.append("<p>")
                .append(link(base + link, texts.text("page")))
                .append("</p>\n<hr>\n<p><small>")
                .append(escaped(why(mail)))
                .append(" ")
                .append(link(choice(mail), texts.text("choose.page")))
                .append("</small></p>\n</body>\n</html>\n")
                .toString();
    }

    private static String link(String address, String text) {
        return "<a href=\"" + escaped(address) + "\">" + escaped(text) + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
