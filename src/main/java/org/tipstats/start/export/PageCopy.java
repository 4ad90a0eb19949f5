package org.tipstats.start.export;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/** A page for a copy. Its links lead to the copy or to the service. Parts that need the service are removed. */
final class PageCopy {

    private static final String LINKS = "a[href], link[href]:not([rel=alternate]), area[href]";
    private static final String PARTS = "img[src], script[src], use[href], source[src]";
    /** The attribute with the address of a picture that a script reads. */
    private static final String DRAWN = "data-png";

    /** The attribute with an address that a script shows but does not open. */
    private static final String SHOWN = "data-address";

    private final Document page;
    private final String service;

    /** @param service the address of the website as the page writes it, without a slash at its end */
    PageCopy(String html, String service) {
        this.page = Parser.htmlParser().settings(ParseSettings.preserveCase).parseInput(html, "");
        this.service = service;
        page.outputSettings().prettyPrint(false);
        omitWhatNeedsTheService();
    }

    /** Returns the address of the website as its pages write it: the beginning of their links to other languages. */
    static String service(String html, String address) {
        for (Element link : Parser.htmlParser().parseInput(html, "").select("link[rel=alternate][hreflang]")) {
            String href = link.attr("href");
            if (href.endsWith(address)) {
                return href.substring(0, href.length() - address.length());
            }
        }
        throw new IllegalStateException("the page " + address + " does not name its address");
    }

    private void omitWhatNeedsTheService() {
        page.select("form[method=post]").remove();
        for (Element link : page.select("a[href]")) {
            if (CopyRules.isDesk(own(link.attr("href")))) {
                Element item = link.closest("li");
                (item == null ? link : item).remove();
            }
        }
        // Scripts would request the names of codes in other languages from the service.
        page.select("[data-codelist]").removeAttr("data-codelist");
    }

    /** Returns the addresses of this website to which the page links, including its style sheets. */
    Set<String> links() {
        return addresses(LINKS, "href");
    }

    /** Returns the addresses of the pictures and scripts of the page. */
    Set<String> parts() {
        Set<String> parts = addresses(PARTS, "src");
        parts.addAll(addresses(PARTS, "href"));
        parts.addAll(addresses("[" + DRAWN + "]", DRAWN));
        return parts;
    }

    private Set<String> addresses(String elements, String attribute) {
        Set<String> found = new TreeSet<>();
        for (Element element : page.select(elements)) {
            String address = own(element.attr(attribute));
            if (address.startsWith("/")) {
                found.add(address.split("#", 2)[0]);
            }
        }
        return found;
    }

    /** Returns an address of this website without scheme and host. Returns any other address unchanged. */
    private String own(String address) {
        return address.startsWith(service + "/") ? address.substring(service.length()) : address;
    }

    /**
     * Returns the page for the copy.
     *
     * @param from the address of the page
     * @param copied returns true for addresses that the copy has
     * @param note a sentence that names the release, in the language of the page; the page shows it before the address
     *     of the service
     */
    String written(CopyAddress from, Predicate<CopyAddress> copied, String note) {
        leadToOtherLanguages(from);
        rewrite(LINKS + ", use[href]", "href", copied);
        rewrite(PARTS, "src", copied);
        rewrite("[" + DRAWN + "]", DRAWN, copied);
        rewrite("[" + SHOWN + "]", SHOWN, copied);
        page.select("form").forEach(form -> form.attr("action", service + own(form.attr("action"))));
        String original = service + from.path() + (from.hasChoice() ? "?" + from.query() : "");
        page.head().appendElement("link").attr("rel", "canonical").attr("href", original);
        Element last = page.selectFirst("footer .last");
        if (last != null) {
            last.appendElement("p")
                    .text(note + " ")
                    .appendElement("a")
                    .attr("href", service + "/" + language() + "/")
                    .attr("dir", "ltr")
                    .text(service);
        }
        return page.outerHtml();
    }

    /**
     * Makes each link to another language lead to this page in that language. On a page of the explorer, the link of
     * the service also contains the default choice, which is not in the address of a copied page.
     */
    private void leadToOtherLanguages(CopyAddress from) {
        String rest = from.path().substring(3) + (from.hasChoice() ? "?" + from.query() : "");
        page.select("nav.languages a[hreflang]").forEach(link -> link.attr("href", "/" + link.attr("hreflang") + rest));
    }

    private String language() {
        return page.selectFirst("html").attr("lang");
    }

    private void rewrite(String elements, String attribute, Predicate<CopyAddress> copied) {
        for (Element element : page.select(elements)) {
            String address = own(element.attr(attribute));
            if (address.startsWith("/")) {
                String[] parts = address.split("#", 2);
                CopyAddress to = CopyAddress.of(parts[0]);
                String place = copied.test(to) ? to.link() : service + parts[0];
                element.attr(attribute, parts.length == 1 ? place : place + "#" + parts[1]);
            }
        }
    }
}
