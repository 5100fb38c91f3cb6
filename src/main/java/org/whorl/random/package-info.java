/** Random numbers that are the same bits from a seed on every version of Java. */
package org.whorl.random;
