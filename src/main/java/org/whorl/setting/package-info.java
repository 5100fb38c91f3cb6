/** Settings, each declared once: what they are called, what they may be, and how they are written in files and on the command line. */
package org.whorl.setting;
