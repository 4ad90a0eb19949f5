/**
 * How people are reached: address, language, and the kinds of messages that they choose. It does not depend on
 * accounts, so that accounts can use it.
 */
package org.tipstats.platform.contact;
