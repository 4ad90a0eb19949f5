package org.tipstats.explorer;

import jakarta.enterprise.context.ApplicationScoped;
import org.tipstats.dissemination.PublicData;
import org.tipstats.format.Format;
import org.tipstats.page.PageTexts;
import org.tipstats.release.PublishedReleases;

/** Answers addresses of the explorer from what is published. */
@ApplicationScoped
class ExplorerService {

    /** So many cells stand on one page; more of them are a file. */
    static final int MOST_CELLS = 10_000;

    private final PublicData data;
    private final PublishedReleases published;

    ExplorerService(PublicData data, PublishedReleases published) {
        this.data = data;
        this.published = published;
    }

    /** Where the reader is sent who has chosen nothing. */
    ExplorerQuery first(ExplorerQuery bare) {
        return new FirstChoice(data.find(bare.dataflow(), bare.asked())).of(bare);
    }

    /** The page; 400 and 404 as the API answers. */
    ExplorerPage page(ExplorerQuery query, PageTexts texts) {
        PublicData.Found found = data.find(query.dataflow(), query.asked());
        ExplorerPages pages = new ExplorerPages(query, found, published.latest().orElseThrow(), texts);
        boolean nothing = found.selection().dataflow().structure().dimensions().stream()
                .anyMatch(dimension -> query.empty().contains(dimension.id()));
        if (nothing) {
            return pages.nothingChosen();
        }
        if (found.selection().size() == 0) {
            return pages.nothingFound();
        }
        Pivot pivot = new Pivot(found, query.get(ExplorerQuery.ROWS), query.get(ExplorerQuery.COLS));
        if (pivot.cells() > MOST_CELLS) {
            return pages.tooLarge(pivot, data.size(found.selection(), Format.CSV, texts.language()));
        }
        return pages.table(pivot);
    }
}
