package org.tipstats.disseminate.deliver;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Looks up the IP addresses of a host and requires that all of them are public, so that no name leads to a machine
 * inside the service's network. The check uses the address that was found, not the text in the URL.
 */
@Singleton
public final class PublicAddressLookup {

    /** Looks up all IP addresses of a host name. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] lookup(String host) throws UnknownHostException;
    }

    private static final int THREADS = 4;
    private static final int LOOKUP_TIMEOUT_SECONDS = 4;

    /**
     * Ranges that are not for the public Internet, from the IANA registries of special-purpose addresses. Also contains
     * the addresses at which machines get secrets from their cloud provider.
     */
    private static final List<AddressRange> REFUSED = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23", // includes Teredo, which contains an IPv4 address
                    "2001:db8::/32",
                    "2002::/16", // 6to4, which contains an IPv4 address
                    "2620:4f:8000::/48",
                    "3fff::/20")
            .map(AddressRange::parse)
            .toList();

    /**
     * Range of global IPv6 addresses. Mapped, translated (NAT64), unique local, link-local and multicast addresses are
     * not in this range.
     */
    private static final AddressRange GLOBAL = AddressRange.parse("2000::/3");

    private final Lookup names;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, new DefaultThreadFactory("host-lookup", true));

    @Inject
    PublicAddressLookup() {
        this(InetAddress::getAllByName);
    }

    PublicAddressLookup(Lookup names) {
        this.names = names;
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdown();
    }

    /** Returns whether an IP address is public. An IPv6 address that contains an IPv4 address is never public. */
    static boolean isPublic(InetAddress address) {
        return (address instanceof Inet4Address || GLOBAL.contains(address))
                && REFUSED.stream().noneMatch(range -> range.contains(address));
    }

    /**
     * Returns the current IP addresses of a host. The lookup takes at most four seconds.
     *
     * @throws NoPublicAddressException if the host is unknown or not found in time, or if any of its addresses is not
     *     public; for a local URL, if any is not of this machine
     */
    public List<InetAddress> of(HookAddress hook) throws NoPublicAddressException {
        InetAddress[] found = find(hook.host());
        for (InetAddress address : found) {
            if (hook.isLocal() ? !address.isLoopbackAddress() : !isPublic(address)) {
                throw new NoPublicAddressException();
            }
        }
        return List.of(found);
    }

    private InetAddress[] find(String host) throws NoPublicAddressException {
        Future<InetAddress[]> answer = threads.submit(() -> names.lookup(host));
        try {
            InetAddress[] found = answer.get(LOOKUP_TIMEOUT_SECONDS, TimeUnit.SECONDS);
            if (found.length > 0) {
                return found;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
        }
        throw new NoPublicAddressException();
    }

    /**
     * A range of IP addresses that share their first bits. Netty's {@code IpSubnetFilterRule} is no substitute: it also
     * matches IPv6 addresses whose first bits are all set.
     */
    record AddressRange(byte[] start, int bits) {

        /** @param text a range that is fixed in the program, never input, for example {@code 10.0.0.0/8} */
        static AddressRange parse(String text) {
            String[] parts = text.split("/");
            try {
                return new AddressRange(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }

        boolean contains(InetAddress address) {
            byte[] other = address.getAddress();
            if (other.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((other[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Reports that a host is unknown or has an address that is not public. The exception does not say which of the two
     * is true, because that would disclose host names in a network that the caller cannot see.
     */
    public static final class NoPublicAddressException extends Exception {

        private static final long serialVersionUID = 1L;

        NoPublicAddressException() {
            super("The public DNS must know the host, with only public addresses. Check its spelling.");
        }
    }
}
