/** Actions of people on their own accounts, and invitations by administrators. */
package org.tipstats.platform.people;
