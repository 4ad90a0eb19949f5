package org.tipstats.publish.citation;

import java.util.Objects;
import java.util.Optional;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * On what terms the figures of a dataflow in a release may be used, and how the release is cited.
 *
 * @param publisher whose figures they are, by name
 * @param address where the reference metadata of the dataflow stand, which say more; a path where the service has no name
 * @param licence what is allowed; empty where the schemas don't say
 * @param licenceUrl the address of a licence in general use, or null
 * @param citation a sentence for a list of sources; empty for a release that is not public
 */
public record Terms(String publisher, String address, LocalText licence, String licenceUrl, LocalText citation) {

    public Terms {
        Objects.requireNonNull(publisher, "publisher");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(licence, "licence");
        Objects.requireNonNull(citation, "citation");
    }

    /** The licence in a language, if there is one. */
    public Optional<String> licence(String language) {
        return said(licence, language);
    }

    /** The citation in a language, if there is one. */
    public Optional<String> citation(String language) {
        return said(citation, language);
    }

    private static Optional<String> said(LocalText text, String language) {
        return Optional.of(text.in(language)).filter(said -> !said.isEmpty());
    }

    /** Changes when any of the texts does: what writes them into its replies tags these with it. */
    public String tag() {
        return EntityTags.of(toString());
    }
}
