/** Sets that need no files from elsewhere: those that are drawn, and the digits that come with Whorl. */
package org.whorl.data.generated;
