package org.tipstats.disseminate.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.disseminate.deliver.HookAddress.AddressRefusedException;

/** Tests which addresses are allowed. */
class HookAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.org, hooks.example.org, 443, /",
        "HTTPS://Hooks.Example.ORG/a%20b?c=d&e=, hooks.example.org, 443, /a%20b?c=d&e=",
        "https://xn--bcher-kva.example:8443/?q, xn--bcher-kva.example, 8443, /?q",
        "https://1.2.3.4.example/x, 1.2.3.4.example, 443, /x"
    })
    void namesOfThePublicDnsAreTaken(String text, String host, int port, String target) throws AddressRefusedException {
        HookAddress address = HookAddress.parse(text, false);
        assertEquals(host, address.host());
        assertEquals(port, address.port());
        assertEquals(target, address.target());
        assertTrue(address.isSecure());
        assertFalse(address.isLocal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "https:///path",
                "hooks.example.org/path",
                "//hooks.example.org",
                "http://hooks.example.org",
                "ftp://hooks.example.org",
                "file:///etc/passwd",
                "https:hooks.example.org",
                "https://hooks.example.org:80",
                "https://hooks.example.org:22/",
                "https://hooks.example.org:0",
                "https://hooks.example.org:65536",
                "https://hooks.example.org:443x",
                "https://user@hooks.example.org",
                "https://user:secret@hooks.example.org",
                "https://hooks.example.org@127.0.0.1/",
                "https://hooks.example.org:443@127.0.0.1/",
                "https://hooks.example.org/#fragment",
                "https://hooks.example.org/a b",
                "https://hooks.example.org/\r\nHost: inner",
                "https://hooks.example.org\\@127.0.0.1/",
                "https://hooks.example.org%2f@127.0.0.1",
                "https://hooks_1.example.org",
                "https://-hooks.example.org",
                "https://hooks..example.org",
                "https://hooks.example.org./",
                "https://bücher.example",
                // Names of this machine and its network.
                "https://localhost",
                "https://LOCALHOST:8443",
                "https://a.localhost",
                "https://localhost.localdomain",
                "https://intranet",
                "https://printer.local",
                "https://db.internal",
                "https://metadata.google.internal/computeMetadata/v1/",
                "https://router.home.arpa",
                "https://1.0.0.127.in-addr.arpa",
                // IP addresses in every spelling that some library accepts.
                "https://127.0.0.1",
                "https://127.0.0.1:8443/",
                "https://127.1",
                "https://127.0.1",
                "https://2130706433",
                "https://0x7f000001",
                "https://0x7f.0.0.1",
                "https://0177.0.0.1",
                "https://017700000001",
                "https://127.0.0.1.",
                "https://127.0.0.0x1",
                "https://0",
                "https://0.0.0.0",
                "https://10.0.0.1",
                "https://172.16.0.1",
                "https://192.168.1.1",
                "https://169.254.169.254/latest/meta-data/",
                "https://100.100.100.200",
                "https://8.8.8.8",
                "https://①②⑦.⓪.⓪.①",
                "https://127。0。0。1",
                "https://[::1]",
                "https://[::]",
                "https://[0:0:0:0:0:0:0:1]:8443",
                "https://[::ffff:127.0.0.1]",
                "https://[::ffff:7f00:1]",
                "https://[::127.0.0.1]",
                "https://[64:ff9b::127.0.0.1]",
                "https://[64:ff9b::a9fe:a9fe]",
                "https://[2002:7f00:1::]",
                "https://[fd00:ec2::254]",
                "https://[fe80::1]",
                "https://[fe80::1%25eth0]",
                "https://[2606:4700:4700::1111]"
            })
    void whatIsNoPublicNameIsRefused(String text) {
        assertThrows(AddressRefusedException.class, () -> HookAddress.parse(text, false), text);
    }

    @Test
    void lengthsHaveLimits() throws AddressRefusedException {
        String path = "https://hooks.example.org/" + "x".repeat(2_000 - 26);
        assertEquals(2_000, path.length());
        assertEquals(path, HookAddress.parse(path, false).uri().toString());
        assertThrows(AddressRefusedException.class, () -> HookAddress.parse(path + "x", false));
        assertThrows(AddressRefusedException.class, () -> HookAddress.parse(null, false));
        String label = "a".repeat(63);
        String name = String.join(".", label, label, label, "b".repeat(57), "org");
        assertEquals(253, name.length());
        assertEquals(name, HookAddress.parse("https://" + name, false).host());
        assertThrows(AddressRefusedException.class, () -> HookAddress.parse("https://b" + name, false));
        assertThrows(AddressRefusedException.class, () -> HookAddress.parse("https://a" + label + ".org", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:5000/x", "http://127.0.0.1:5000", "https://localhost:9"})
    void aTrialMayNameThisMachineInPlainWords(String text) throws AddressRefusedException {
        assertTrue(HookAddress.parse(text, true).isLocal());
        assertThrows(AddressRefusedException.class, () -> HookAddress.parse(text, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.1:5000",
                "http://2130706433",
                "http://[::1]:5000",
                "http://10.0.0.1",
                "http://hooks.example.org",
                "ftp://localhost",
                "http://user@localhost",
                "https://hooks.example.org:5000",
                "http://localhost.example.org"
            })
    void andNothingElse(String text) {
        assertThrows(AddressRefusedException.class, () -> HookAddress.parse(text, true));
    }
}
