package org.tipstats.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;

/** Tests of every operation of the API that the role is checked before the media types of the request. */
@QuarkusTest
class RolesFirstTest {

    private static final String ID = "00000000-0000-0000-0000-000000000001";

    /** What the framework looks at first: the accepted type, the type of the body, and its encoding. */
    private static final Map<String, UnaryOperator<RequestSpecification>> WRONG = new TreeMap<>(Map.of(
            "Accept", request -> request.header("Accept", "image/png"),
            "Content-Type",
                    request -> request.header("Content-Type", "image/png").body(new byte[] {1}),
            "Content-Encoding",
                    request -> request.header("Content-Encoding", "gzip").body(new byte[] {1})));

    @Inject
    SignedIn accounts;

    /** Returns the roles that may use an operation; null if everyone may. */
    private static Set<String> roles(Method method) {
        if (method.isAnnotationPresent(PermitAll.class)) {
            return null;
        }
        RolesAllowed own = method.getAnnotation(RolesAllowed.class);
        RolesAllowed declared = own == null ? method.getDeclaringClass().getAnnotation(RolesAllowed.class) : own;
        return declared == null ? null : Set.of(declared.value());
    }

    private static Map<String, Set<String>> restricted() {
        Map<String, Set<String>> restricted = new TreeMap<>();
        ApiDocument.methods().forEach((key, methods) -> {
            if (key.contains(" /api/") && roles(methods.get(0)) != null) {
                restricted.put(key, roles(methods.get(0)));
            }
        });
        return restricted;
    }

    private Response send(String key, String token, UnaryOperator<RequestSpecification> wrong) {
        String[] parts = key.replaceAll("\\{\\w+}", ID).split(" ");
        return wrong.apply(SignedIn.as(token)).request(parts[0], parts[1]);
    }

    private String token(AccountRole role) {
        return role == AccountRole.SUBMITTER ? accounts.submitter("AUT") : accounts.token(Set.of(role));
    }

    @Test
    void methodsOfOneOperationAreForTheSameRoles() {
        ApiDocument.methods().forEach((key, methods) -> {
            Set<Set<String>> all = new HashSet<>();
            methods.forEach(method -> all.add(roles(method)));
            assertEquals(1, all.size(), key);
        });
    }

    @Test
    void callersWithoutTheRoleAreRefusedWhateverTheySend() {
        assertTrue(restricted().size() > 50, restricted().size() + " operations");
        List<String> wrong = new ArrayList<>();
        Map<AccountRole, String> tokens = new EnumMap<>(AccountRole.class);
        for (AccountRole role : AccountRole.values()) {
            tokens.put(role, token(role));
        }
        List<String> headers = List.copyOf(WRONG.keySet());
        restricted().forEach((key, roles) -> {
            headers.forEach(header -> expect(401, key, null, header, wrong));
            expect(401, key, "tip_wrong", headers.get(0), wrong);
            // One role with each header, each other role with one: the role decides before any header counts.
            List<String> others = tokens.entrySet().stream()
                    .filter(caller -> !roles.contains(caller.getKey().id()))
                    .map(Map.Entry::getValue)
                    .toList();
            for (int i = 0; i < others.size(); i++) {
                String token = others.get(i);
                headers.stream()
                        .limit(i == 0 ? headers.size() : 1)
                        .forEach(header -> expect(403, key, token, header, wrong));
            }
        });
        assertEquals(List.of(), wrong);
    }

    private void expect(int status, String key, String token, String header, List<String> wrong) {
        int given = send(key, token, WRONG.get(header)).statusCode();
        if (given != status) {
            wrong.add(key + " " + header + ": " + given + " instead of " + status);
        }
    }

    @Test
    void callersWithTheRoleLearnWhatIsWrong() {
        Set<Integer> statuses = new TreeSet<>();
        restricted().forEach((key, roles) -> {
            String token = token(AccountRole.of(roles.iterator().next()).orElseThrow());
            statuses.add(send(key, token, WRONG.get("Content-Type")).statusCode());
            int encoded = send(key, token, WRONG.get("Content-Encoding")).statusCode();
            assertTrue(encoded == 415 || encoded == 406, key + " " + encoded);
            int accept = send(key, token, WRONG.get("Accept")).statusCode();
            assertTrue(accept != 401 && accept != 403 && accept != 200, key + " " + accept);
        });
        assertTrue(statuses.contains(415), statuses.toString());
        assertTrue(!statuses.contains(401) && !statuses.contains(403), statuses.toString());
    }
}
