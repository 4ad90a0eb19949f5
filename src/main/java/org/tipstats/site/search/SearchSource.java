package org.tipstats.site.search;

import java.util.List;
import java.util.Optional;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;

/** A part of the website that a search finds. Every bean of this type is part of the index. */
public interface SearchSource {

    /**
     * Returns the documents. Documents that match equally well keep this order. The same release must always give the
     * same documents in the same order. They must have been public when the release became public.
     *
     * @param release the release to index; empty if nothing is published yet
     */
    List<SearchDocument> documents(Optional<ReleaseReference> release);
}
