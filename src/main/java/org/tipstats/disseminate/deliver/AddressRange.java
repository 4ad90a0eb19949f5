package org.tipstats.disseminate.deliver;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of IP addresses that share their first bits. */
record AddressRange(byte[] start, int bits) {

    /** @param text a constant of the program, for example {@code 10.0.0.0/8} */
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
