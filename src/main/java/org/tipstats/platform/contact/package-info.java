/**
 * How people are reached: address, language, and the kinds of messages that they choose. This package does not depend
 * on accounts, so that the package of accounts can use it.
 */
package org.tipstats.platform.contact;
