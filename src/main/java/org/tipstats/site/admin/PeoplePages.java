package org.tipstats.site.admin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.platform.access.AccountFilter;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.access.AccountView;
import org.tipstats.platform.access.AccountView.IssuedToken;
import org.tipstats.platform.access.AccountView.TokenView;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.access.Role;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the pages of accounts. */
@Singleton
final class PeoplePages {

    private final AccountService accounts;
    private final Areas areas;
    private final SchemaRegistry schemas;
    private final Clock clock;

    PeoplePages(AccountService accounts, Areas areas, SchemaRegistry schemas, Clock clock) {
        this.accounts = accounts;
        this.areas = areas;
        this.schemas = schemas;
        this.clock = clock;
    }

    /** Returns the address of an account's page. */
    static String address(Object id, PageTexts t) {
        return "/" + t.language() + Section.PEOPLE.path() + "/" + id;
    }

    PeoplePage list(String name, String role, String area, String state, String cursor, PageTexts t) {
        AccountFilter filter = AccountFilter.of(filled(name), filled(role), filled(area), filled(state));
        Page<AccountView> page = accounts.list(filter, PageRequest.of(null, filled(cursor)));
        return new PeoplePage(
                name == null ? "" : name.strip(),
                withAll(roles(role == null ? List.of() : List.of(role), t), role, t),
                withAll(areas.choices(area == null ? List.of() : List.of(area), t), area, t),
                withAll(states(state, t), state, t),
                page.items().stream().map(account -> row(account, t)).toList(),
                page.next() == null ? null : query(name, role, area, state) + "&cursor=" + page.next(),
                !filter.equals(AccountFilter.ALL));
    }

    /** Treats an empty form field as absent. */
    private static String filled(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String query(String name, String role, String area, String state) {
        return "?name=" + part(name) + "&role=" + part(role) + "&area=" + part(area) + "&state=" + part(state);
    }

    private static String part(String value) {
        return value == null ? "" : Addresses.encoded(value.strip());
    }

    static List<Choice> withAll(List<Choice> choices, String chosen, PageTexts t) {
        Choice all = new Choice("", t.say("filereport.all"), chosen == null || chosen.isEmpty());
        return Stream.concat(Stream.of(all), choices.stream()).toList();
    }

    List<Choice> roles(Collection<String> chosen, PageTexts t) {
        return Role.ids().stream()
                .map(role -> new Choice(role, t.say("role." + role), chosen.contains(role)))
                .toList();
    }

    private static List<Choice> states(String chosen, PageTexts t) {
        return Stream.of("open", "closed")
                .map(state -> new Choice(state, t.say("people.state." + state), state.equals(chosen)))
                .toList();
    }

    /** Returns the sources whose figures an account may submit; official figures come first. */
    List<Choice> sources(String chosen, PageTexts t) {
        Stream<Choice> agencies = schemas.codeList(Mandate.CODES).stream()
                .flatMap(list -> list.codes().stream())
                .filter(code -> !code.id().equals(Mandate.OFFICIAL))
                .map(code -> new Choice(
                        code.id(),
                        code.name().inLanguage(t.language()),
                        code.id().equals(chosen)));
        return Stream.concat(Stream.of(new Choice("", t.say("person.source.official"), chosen.isEmpty())), agencies)
                .toList();
    }

    private PeoplePage.Row row(AccountView account, PageTexts t) {
        Optional<Instant> used = account.tokens().stream()
                .map(TokenView::lastUsedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        return new PeoplePage.Row(
                address(account.id(), t),
                account.name(),
                roles(account, t),
                areas.names(account.areas(), t),
                account.closedAt() != null,
                t.say("people.tokens", "n", live(account).size()),
                used.map(Instant::toString).orElse(null),
                used.map(new DayTexts(t)::time).orElse(null));
    }

    private static String roles(AccountView account, PageTexts t) {
        return account.roles().stream()
                .map(role -> t.say("role." + role.id()))
                .collect(Collectors.joining(t.say("filereport.comma")));
    }

    private List<TokenView> live(AccountView account) {
        return account.tokens().stream().filter(this::isLive).toList();
    }

    private boolean isLive(TokenView token) {
        return token.revokedAt() == null
                && (token.expiresAt() == null || clock.instant().isBefore(token.expiresAt()));
    }

    /**
     * Makes the page of an account.
     *
     * @param form the refused contents of the form for its rights; null to show its present rights
     * @param days the refused lifetime of a token
     */
    PersonPage page(AccountView account, PersonForm form, String days, PageTexts t) {
        DayTexts texts = new DayTexts(t);
        PersonForm shown = form == null ? PersonForm.of(account) : form;
        boolean closed = account.closedAt() != null;
        return new PersonPage(
                address(account.id(), t),
                account.id().toString(),
                account.name(),
                roles(account, t),
                areas.names(account.areas(), t),
                account.source(),
                account.createdAt().toString(),
                texts.time(account.createdAt()),
                closed ? t.say("person.closed", "time", texts.time(account.closedAt())) : null,
                account.tokens().stream().map(token -> token(token, texts, t)).toList(),
                t.say("person.close.text", "n", live(account).size()),
                roles(shown.roles(), t),
                areas.regions(shown.areas(), t),
                shown,
                !closed && accounts.isLastAdministrator(account.id()) ? t.say("person.dead.last") : null,
                days,
                UUID.randomUUID().toString());
    }

    private PersonPage.Token token(TokenView token, DayTexts texts, PageTexts t) {
        boolean live = isLive(token);
        String state = live ? "live" : token.revokedAt() != null ? "ended" : "expired";
        return new PersonPage.Token(
                token.id().toString(),
                token.prefix() + "…",
                token.createdAt().toString(),
                texts.time(token.createdAt()),
                token.expiresAt() == null ? null : token.expiresAt().toString(),
                token.expiresAt() == null ? t.say("token.never") : texts.time(token.expiresAt()),
                token.lastUsedAt() == null ? null : token.lastUsedAt().toString(),
                token.lastUsedAt() == null ? t.say("token.unused") : texts.time(token.lastUsedAt()),
                t.say("token.state." + state),
                live);
    }

    PersonPage.Secret secret(String heading, AccountView account, IssuedToken token, PageTexts t) {
        String ends = t.say("token.ends", Map.of("time", new DayTexts(t).time(token.expiresAt())));
        return new PersonPage.Secret(
                heading, account.name(), token.token(), token.expiresAt().toString(), ends, address(account.id(), t));
    }
}
