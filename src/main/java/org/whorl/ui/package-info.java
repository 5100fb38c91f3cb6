/** The desktop app. */
package org.whorl.ui;
