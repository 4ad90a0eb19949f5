package org.tipstats.disseminate.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.disseminate.deliver.PublicAddressLookup.NoPublicAddressException;

/** Tests which machines may be reached, whatever name leads to them. */
@Execution(ExecutionMode.CONCURRENT)
class PublicAddressLookupTest {

    private static final HookAddress HOOK = new HookAddress(URI.create("https://hooks.example.org/"), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "169.254.170.2",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:a9fe:a9fe",
                "::127.0.0.1",
                "::8.8.8.8",
                "64:ff9b::127.0.0.1",
                "64:ff9b::8.8.8.8",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::1",
                "2002:808:808::1",
                "3fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fd20:ce::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1"
            })
    void whatIsNotPublicIsRefused(String address) throws UnknownHostException {
        assertFalse(PublicAddressLookup.isPublic(InetAddress.getByName(address)), address);
    }

    /** The addresses next to refused ranges, so that no range is too wide. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "168.63.129.17",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.0.3.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2003::1",
                "2606:4700:4700::1111",
                "2a00::1",
                "3ffe::1"
            })
    void whatIsPublicIsNot(String address) throws UnknownHostException {
        assertTrue(PublicAddressLookup.isPublic(InetAddress.getByName(address)), address);
    }

    @Test
    void aMappedAddressThatJavaKeepsAsSixteenBytesIsRefused() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        System.arraycopy(new byte[] {8, 8, 8, 8}, 0, mapped, 12, 4);
        assertFalse(PublicAddressLookup.isPublic(Inet6Address.getByAddress("mapped", mapped, 0)));
    }

    private static PublicAddressLookup knowing(String... found) {
        return new PublicAddressLookup(host -> {
            assertEquals("hooks.example.org", host);
            InetAddress[] addresses = new InetAddress[found.length];
            for (int i = 0; i < found.length; i++) {
                addresses[i] = InetAddress.getByName(found[i]);
            }
            return addresses;
        });
    }

    @Test
    void aNameIsAsGoodAsTheWorstOfItsAddresses() throws Exception {
        List<InetAddress> found = knowing("8.8.8.8", "2606:4700:4700::1111").of(HOOK);
        assertEquals(List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("2606:4700:4700::1111")), found);
        for (String inner : List.of("127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00::1")) {
            assertThrows(NoPublicAddressException.class, () -> knowing(inner).of(HOOK), inner);
            assertThrows(
                    NoPublicAddressException.class,
                    () -> knowing("8.8.8.8", inner).of(HOOK),
                    inner);
        }
        assertThrows(NoPublicAddressException.class, () -> knowing().of(HOOK));
    }

    @Test
    void aTrialReachesThisMachineAndNoOther() throws Exception {
        HookAddress local = HookAddress.parse("http://localhost:5000", true);
        PublicAddressLookup honest =
                new PublicAddressLookup(host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")});
        assertEquals(List.of(InetAddress.getByName("127.0.0.1")), honest.of(local));
        PublicAddressLookup other =
                new PublicAddressLookup(host -> new InetAddress[] {InetAddress.getByName("10.0.0.1")});
        assertThrows(NoPublicAddressException.class, () -> other.of(local));
    }

    @Test
    void unknownAndInnerNamesAreRefusedInTheSameWords() {
        PublicAddressLookup none = new PublicAddressLookup(host -> {
            throw new UnknownHostException(host + " is unknown");
        });
        String unknown = assertThrows(NoPublicAddressException.class, () -> none.of(HOOK))
                .getMessage();
        assertEquals(
                unknown,
                assertThrows(
                                NoPublicAddressException.class,
                                () -> knowing("10.0.0.1").of(HOOK))
                        .getMessage());
    }

    @Test
    void aNameServerThatDoesNotAnswerHoldsNobodyUp() {
        PublicAddressLookup slow = new PublicAddressLookup(host -> {
            try {
                Thread.sleep(120_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new InetAddress[] {InetAddress.getByName("8.8.8.8")};
        });
        // Whoever waited to the end would get the address.
        assertThrows(NoPublicAddressException.class, () -> slow.of(HOOK));
    }
}
