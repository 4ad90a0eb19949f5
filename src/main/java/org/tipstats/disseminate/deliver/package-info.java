/**
 * Messages to addresses that others name: which addresses may be named, which machines may be reached, the signature, and
 * the one HTTP client of the service.
 *
 * <p>Imports no other package of ours. A host is looked up once for each message, all its addresses must be public, and
 * the connection goes to one of these very addresses.
 *
 * <p>Public: {@code HookAddress} with {@code AddressRefusedException}; {@code PublicAddresses} with {@code
 * NoPublicAddressException}; {@code HookSecret}; {@code HookSender} with {@code HookReply}.
 */
package org.tipstats.disseminate.deliver;
