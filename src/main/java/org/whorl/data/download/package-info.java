/** Published sets from the net into the cache, checked as they come. */
package org.whorl.data.download;
