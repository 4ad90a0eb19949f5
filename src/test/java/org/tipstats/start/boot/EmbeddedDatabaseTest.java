package org.tipstats.start.boot;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the service on the embedded database, as all tests over HTTP use it. */
@QuarkusTest
class EmbeddedDatabaseTest {
    @Test
    void theServiceIsReady() {
        RestAssured.get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
    }

    @Test
    void anotherRoleThanThatOfTheServiceOwnsTheTables() {
        RestAssured.get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'database-role' }.data.separateOwner", is(true));
    }

    @ParameterizedTest
    @CsvSource({"tipstats.demo, false", "tipstats.embedded, true", "quarkus.http.host, 127.0.0.1"})
    void aSettingOfTheStartIsThere(String name, String value) {
        assertEquals(value, ConfigProvider.getConfig().getValue(name, String.class));
    }

    @Test
    void theDatabaseIsTheEmbeddedOne() {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        assertTrue(url.matches("jdbc:postgresql://127\\.0\\.0\\.1:\\d+/tipstats"), url);
    }

    @ParameterizedTest
    @CsvSource({"lock_timeout, 20s", "statement_timeout, 30s", "idle_in_transaction_session_timeout, 1min"})
    void noConnectionWaitsWithoutEnd(String name, String value) throws SQLException {
        try (Connection connection =
                        CDI.current().select(DataSource.class).get().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + name)) {
            row.next();
            assertEquals(value, row.getString(1));
        }
    }
}
