package org.tipstats.start.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.start.export.LiveService.Answer;

/**
 * Follows the links of the website by the rules of a copy, and writes each answer into a folder. The order of the work
 * does not depend on the speed of answers, so equal websites give equal copies.
 */
final class Crawl {

    /** A statement in a script that loads another script. */
    private static final Pattern IMPORT = Pattern.compile("(?:from|import|import\\()\\s*'\\./([\\w-]+\\.js)'");

    private static final String WHOLE = "limit=10000";

    private final LiveService service;
    private final CopyRules rules;
    private final Path folder;
    private final String publicAddress;
    private final ExecutorService workers;

    /** The files of the copy by their links in the copy. */
    private final SortedMap<String, CopiedFile> copied = new TreeMap<>();

    /** The requested addresses, by their links in the copy. Includes requests without success. */
    private final SortedMap<String, String> asked = new TreeMap<>();

    /**
     * A file of the copy.
     *
     * @param type its media type, as the service sent it
     */
    record CopiedFile(CopyAddress address, String type) {

        boolean isPage() {
            return type.startsWith("text/html");
        }
    }

    /** The contribution of an answer to the copy: the file, if it can be copied, and the addresses to request next. */
    private record Found(CopiedFile file, Collection<String> next) {}

    /** @param publicAddress the address of the website as its pages write it */
    Crawl(LiveService service, CopyRules rules, Path folder, String publicAddress, ExecutorService workers) {
        this.service = service;
        this.rules = rules;
        this.folder = folder;
        this.publicAddress = publicAddress;
        this.workers = workers;
    }

    /**
     * Copies the given addresses. From each copied page, follows the links that the rules accept, and copies their
     * targets, too.
     *
     * @param addresses the addresses that every copy must have, except datasets that are too large for one answer
     * @throws ExportFailedException if the service does not have one of the given addresses
     */
    void copy(Collection<String> addresses) {
        Set<String> required = Set.copyOf(addresses);
        Collection<String> level = addresses;
        while (!level.isEmpty()) {
            List<String> fresh = new ArrayList<>();
            for (String address : level) {
                if (asked.putIfAbsent(CopyAddress.of(address).link(), address) == null) {
                    fresh.add(address);
                }
            }
            List<String> next = new ArrayList<>();
            for (Found found : each(fresh, one -> fetch(one, required.contains(one)), workers)) {
                if (found.file() != null) {
                    copied.put(found.file().address().link(), found.file());
                }
                next.addAll(found.next());
            }
            next.sort(null);
            level = next;
        }
    }

    SortedMap<String, CopiedFile> copied() {
        return copied;
    }

    private Found fetch(String address, boolean required) {
        CopyAddress place = CopyAddress.of(address);
        Answer answer = service.get(whole(address, place));
        if (required && !answer.isGood() && !answer.isTooLarge()) {
            throw LiveService.missing(address, answer);
        }
        if (!answer.isGood() || isPart(answer, place)) {
            return new Found(null, List.of());
        }
        write(place, answer.body());
        CopiedFile file = new CopiedFile(place, answer.type());
        return new Found(file, next(place, answer));
    }

    /**
     * Returns the address that requests as many values as the service gives at once. If the answer would have pages,
     * adds a parameter to the address.
     */
    private static String whole(String address, CopyAddress place) {
        boolean paged = place.path().startsWith("/api/v1/data/") && place.link().endsWith(".json");
        return paged ? address + (address.contains("?") ? "&" : "?") + WHOLE : address;
    }

    /** Returns whether an answer of the API is only the first page of all values. A copy has no further pages. */
    private static boolean isPart(Answer answer, CopyAddress place) {
        return place.isApi() && place.link().endsWith(".json") && answer.json().hasNonNull("next");
    }

    private Collection<String> next(CopyAddress place, Answer answer) {
        List<String> next = new ArrayList<>();
        if (answer.isPage()) {
            PageCopy page = new PageCopy(answer.text(), publicAddress);
            page.parts().stream()
                    .filter(part -> rules.copiesPart(CopyAddress.of(part)))
                    .forEach(next::add);
            page.links().stream()
                    .filter(link -> rules.copiesLink(CopyAddress.of(link), place))
                    .forEach(next::add);
        } else if (place.path().endsWith(".js")) {
            String beside = place.path().substring(0, place.path().lastIndexOf('/') + 1);
            Matcher script = IMPORT.matcher(answer.text());
            while (script.find()) {
                next.add(beside + script.group(1));
            }
        }
        return next;
    }

    private void write(CopyAddress place, byte[] body) {
        try {
            Path file = folder.resolve(place.file());
            Files.createDirectories(file.getParent());
            Files.write(file, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does work for each item, several at a time, and returns the results in the order of the items. */
    static <T, R> List<R> each(Collection<T> items, Function<T, R> work, ExecutorService workers) {
        List<Future<R>> running = new ArrayList<>();
        items.forEach(item -> running.add(workers.submit(() -> work.apply(item))));
        List<R> results = new ArrayList<>();
        try {
            for (Future<R> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ExportFailedException.broken("The export was interrupted.");
        }
    }
}
