/** The commands: what they ask for, what they print, how they end. Built on picocli, one class a command. */
package org.whorl.cli;
