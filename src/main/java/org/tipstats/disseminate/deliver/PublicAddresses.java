package org.tipstats.disseminate.deliver;

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
 * The addresses of a host, all of them public ones: nothing inside the network of the service can be reached by naming it.
 * What is meant is judged by the address that was found, however it was written.
 */
@Singleton
public final class PublicAddresses {

    /** Asks for all addresses of a name. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] lookup(String host) throws UnknownHostException;
    }

    private static final int THREADS = 4;
    private static final int SECONDS = 4;

    /** Not for the public Internet, by the registry of special addresses; and where a cloud tells its machines secrets. */
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
                    "2001::/23", // among them Teredo, which holds an IPv4 address
                    "2001:db8::/32",
                    "2002::/16", // 6to4, likewise
                    "2620:4f:8000::/48",
                    "3fff::/20")
            .map(AddressRange::parse)
            .toList();

    /** Outside of it lie mapped, translated (NAT64), unique local, link-local and multicast addresses. */
    private static final AddressRange GLOBAL = AddressRange.parse("2000::/3");

    private final Lookup names;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, PublicAddresses::thread);

    @Inject
    PublicAddresses() {
        this(InetAddress::getAllByName);
    }

    PublicAddresses(Lookup names) {
        this.names = names;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "host-lookup");
        thread.setDaemon(true);
        return thread;
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdown();
    }

    /** Whether an address is one of the public Internet, and no way around to one that isn't. */
    static boolean isPublic(InetAddress address) {
        return (address instanceof Inet4Address || GLOBAL.contains(address))
                && REFUSED.stream().noneMatch(range -> range.contains(address));
    }

    /** All addresses of the host as it is known now; one that is not public is enough to refuse. Takes four seconds at most. */
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
            InetAddress[] found = answer.get(SECONDS, TimeUnit.SECONDS);
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
}
